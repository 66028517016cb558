"""Common given names with the gender they mostly tell, folded to lower case without diacritics: a vote, never a proof."""

from __future__ import annotations

from typing import Final

WOMEN: Final = frozenset(
    """
    abigail agnes agnieszka aisha akiko alejandra alexis alice amanda amber amelie amina amy andrea angela angelina anja anjali ann anna
    annalena aoife ashley astrid aung ayse barbara beatrice benazir betty beverly birgit brenda bridget brittany camila camille carmen
    carol carolyn catherine charlotte cheryl chiara chloe chrissy christina christine claire claudia condoleezza cynthia dana daniela
    danielle deborah debra deepika denise diana diane donna doris dorothy edith eileen ekaterina eleanor elena elif elizabeth elsbeth
    emily emine emma esther eva evelyn ewa fatima federica fernanda fiona frances francesca freya gabriela gemma gina giorgia giulia
    gloria grace greta hala hannah harriet heather heike helen hilda hillary ilona indira ines ingrid irina isabel isabella ivanka
    jacinda jacqueline jana janet janice jean jenna jennifer jessica joan joyce judith judy julia julie kamala karen katarzyna katherine
    kathleen kathryn kayla keiko kelly khadija kimberly lakshmi laura lauren layla leila lenka linda ling lisa liv lori lorraine lucia
    lucie lydia madison malala malgorzata manon margaret margaux maria mariana marie marilyn marit marlene martha mary matilda megan
    megyn mei melania melissa mercedes michele michelle miriam monika nadia nancy naomi natalia natalie niamh nicola nicole nikki noa
    nora odette oksana olga olivia pamela patricia paula penny petra pilar priya rachel rana rania rebecca rosa rosalind ruth sabine
    sakura samantha samira sandra sara sarah savannah sharon sheila shira shirley sigrid siobhan solveig sonia sophia sophie stephanie
    sunita susan svetlana tabitha tamar tanya tatiana teresa theresa tracy ursula valentina valeria valeska victoria virginia wendy xiu
    yasmin yoko yuko yulia yvonne zainab zeynep zofia zsuzsa zuzana
    """.split()
)
MEN: Final = frozenset(
    """
    aaron abdul abdullah adam ahmed alan albert alberto aleksei alexander alexei alfie ali amit anders andre andrew andrzej anil anthony
    antoine antonio archie ariel arthur arvind austin avi barack bashar ben benjamin bill billy bjorn bob bobby boris bradley brandon
    brian bruce bruno bryan carl carlos charles charlie christian christopher claude colin conor cormac dan daniel david declan dennis
    derek diego dmitri dmitry donald douglas dylan edward ehud elijah emmanuel eric erik ethan eugene felipe felix fernando fidel
    francisco francois frank freddie friedrich gabriel gary george gerald gerry giovanni giuseppe gordon graham gregory hamid hans
    harold harry hassan heinz helmut henry herbert hiroshi horst hugo hussein ian ibrahim igor istvan ivan jack jacob jacques jair james
    janusz jaroslaw jason javier jean jeffrey jens jeremy jerry jesse jian jim jiri joe john jonathan jordan jorge jose joseph joshua
    juan juergen jun jurgen justin karim keith kemal ken kenji kenneth kevin khalid klaus kyle larry lars laszlo laurent lawrence lech
    leo lester liam lindsey logan luca luis magnus mahmoud manuel marco mario mark markus martin mason matteo matthew max mehmet michael
    michel miguel mike mikhail ming mitt mohamed mohammed morgan moshe muhammad mustafa naftali narendra nathan neil nicholas nicolas
    niels nigel noah olaf oleg oliver olivier omar osama oscar pablo padraig paolo patrick paul pavel pedro peter petro philip philippe
    pierre piotr rafael rahul rainer rajesh ralph randy rashid raul ravi raymond recep rene ricardo richard robert roberto roger ron
    ronald roy rupert russell ryan sam samuel sanjay scott sean sergei sergey sergio shane shimon shinzo silvio simon stefan stefano
    stephen steven stuart sven takeshi tariq taro ted terry theo thomas tim timothy tom tomas tony tyler uwe vaclav vijay viktor vincent
    vladimir volodymyr walter wayne wei william willie wojciech wolfgang yair yitzhak yoshihide yuri yusuf zachary zoltan
    """.split()
)
