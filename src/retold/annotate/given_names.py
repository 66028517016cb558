"""Common given names with the gender they mostly tell, folded to lower case without diacritics: a vote, never a proof."""

from __future__ import annotations

from typing import Final

WOMEN: Final = frozenset(
    """
    abigail adele adriana agnes agnieszka aisha akiko alejandra alessandra alexis alice alison alyssa amal amanda amber amelia amelie
    amina amy anastasia andrea angela angelina anja anjali ann anna annalena annette annie antonia aoife ashley astrid aung ava ayanna
    ayse barbara beatrice becky benazir bernadette bethany betsy betty beverly birgit brenda bridget brittany brooke camila camille carla
    carly carmen carol carolyn carrie cassidy catherine cecilia celine charlotte chelsea cheryl chiara chloe chrissy christiane christina
    christine cindy claire claudia claudine colleen condoleezza connie cristina cynthia dana daniela danielle darya debbie deborah debra
    deepika demi denise diana diane dina dolores dominique donna doris dorothy edith eileen ekaterina elaine eleanor elena elif elise
    elizabeth ella ellen elsa elsbeth emily emine emma erica erika erin esther eva evelina evelyn ewa fatima federica felicity fernanda
    fiona frances francesca freya gabriela gabrielle gail gemma gillian gina ginni ginny giorgia giulia gloria grace greta gwen gwyneth
    hala hannah harriet heather heidi heike helen hilda hillary ilona indira ines ingrid irina isabel isabella ivana ivanka jacinda
    jacqueline jana jane janelle janet janice jasmine jean jeanne jen jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn
    josephine joyce judith judy julia julie juliet kaitlyn kamala kara karen katarzyna kate katherine kathleen kathryn kathy katie katya
    kayla keiko kelly kellyanne khadija kimberly kirsten kirstjen kristen kristin kristina lakshmi lara latoya laura lauren layla leah
    leila lenka lily linda ling lisa liv lois loretta lori lorraine louise lucia lucie lucille lucinda lucy lydia lynne madison mae maggie
    malala malgorzata manon marcia margaret margaux maria mariana marianne marie marilyn marissa marit marjorie marlene marsha martha mary
    matilda maureen maxine maya meg megan meghan megyn mei melania melinda melissa mercedes mia michele michelle miriam mollie molly
    monica monika muriel myra nadia nadine naima nancy nanette naomi natalia natalie natasha nell niamh nicola nicole nikki nina noa nora
    noura octavia odette oksana olena olga olivia pamela patricia patti paula paulina peggy penny petra phoebe phyllis pilar polina priya
    rachel ramona rana rania rebecca rebekah rihanna rita roberta rochelle ronna rosa rosalind rosalynn rosemary rosie roxanne ruth sabine
    sakura sally samantha samira sandra sara sarah savannah serena sharon sheila sheryl shira shirley sigrid simone siobhan sofia solveig
    sonia sonya sophia sophie stacey stella stephanie sue sunita susan susanne suzanne svetlana svitlana sylvia tabitha tamar tammy tanya
    tara tatiana tatyana teresa thelma theresa tiffany tina toni tracey tracy tulsi ursula valentina valeria valeska vanessa vera veronica
    victoria virginia vivian wendy whitney xiu yasmin yelena yoko yolanda yuko yulia yvette yvonne zainab zara zeynep zoe zofia zsuzsa
    zuzana
    """.split()
)
MEN: Final = frozenset(
    """
    aaron abdallah abdelaziz abdul abdullah adam adolf adrian ahmad ahmed aidan akbar alan alastair albert alberto alec alejandro aleksei
    alessandro alex alexander alexandre alexei alfie alfonso alfred ali allan allen alvin amit ammar anatoly anders andre andreas andrei
    andres andrew andrzej andy angus anil anthony antoine anton antonio antony anwar archie ariel arnold arsene arthur arvind ashraf
    augusto austin avi barack barry bashar basil ben benjamin bernard bernie bert beto bill billy bjorn bob bobby boris brad bradford
    bradley brandon brendan brent brett brian bruce bruno bryan bryce byron caleb calvin carl carlos cedric cesar charles charlie
    christian christopher chuck clarence claude claudio clayton cliff clifford clint clive colin colm connor conor corey cormac cornelius
    cory craig curtis cyril damian damien dan daniel danny darren daryl dave david declan denis dennis derek deval devin diego dirk dmitri
    dmitry dominic donald donnie doug douglas duncan dwayne dwight dylan ed eddie edgar eduardo edward edwin ehud eli elias elijah elliot
    elliott elon emmanuel enrique eric erik ernest ernesto ernie ethan eugene eugenio evan evgeny ezra faisal farid felipe felix fergus
    fernando fidel finn floyd francisco francois frank franz fred freddie frederick friedrich fyodor gabriel garrett garry gary gavin
    geoff geoffrey georg george georges gerald gerard gerry gianni gilbert giovanni giuseppe glen glenn gordon graham greg gregory
    guillermo gus hakim hamid hank hans harold harry harvey hashim hassan hector heinz helmut henry herbert herman hiroshi horst hubert
    hugh hugo hussein ian ibrahim ignacio igor ilham ilya imad imran irving isaac isaiah ismail istvan ivan jacek jack jacob jacques jair
    jake jamal james janusz jared jaroslav jaroslaw jason javier jay jean jeb jed jeff jeffery jeffrey jens jeremiah jeremy jerome jerrold
    jerry jesse jian jim jimmy jiri joachim joaquin joe joel joey johan johann johannes john johnny jon jonathan jordan jorge jose josef
    joseph josh joshua josip juan juergen jules julian julio julius jun jurgen justin kamal karim karl keith kelvin kemal ken kenji
    kenneth kevin khalid klaus kurt kwame kwasi kyle larry lars laszlo laurence laurent lawrence lech leo leon leonard leonid leopold
    lester liam lindsey logan lou louis luca lucas ludwig luigi luis luke luther lyndon mack magnus mahmoud malcolm manfred manuel marc
    marcel marcelo marcin marco marcus marek mario mark markus martin marty marvin mason massimo mateusz matt matteo matthew maurice
    mauricio max maxim mehdi mehmet melvin merrick micah michael michel mick mickey miguel mike mikhail milos ming mitch mitchell mitt
    mohamad mohamed mohammad mohammed morgan moshe moussa muhammad mustafa nabil naftali narendra nasser nate nathan nathaniel nawaz neal
    ned neil newt nicholas nick nicolae nicolas niels nigel nikita nikolai nikolas nikos noah norman olaf oleg oliver olivier omar oren
    orrin osama oscar oswald otto owen pablo padraig paolo pascal patrick paul paulo pavel pedro pete peter petro phil philip philippe
    phillip pierre piotr pranab rafael rahul rainer rajesh ralf ralph ramzan randall randy raphael rashad rashid raul ravi raymond recep
    reggie reince rene rex ricardo riccardo richard richie rick ricky riyad robbie robert roberto rodney rodrigo rogelio roger roland rolf
    romeo ron ronald roy ruben rudolf rudolph rudy rupert ruslan russell ryan sadiq sajid salman salvador salvatore sam samuel sandro
    sanjay sayed scott sean sebastian serge sergei sergey sergio seth shane shaun shawn sheldon shimon shinji shinzo sidney silvio simon
    stan stanley stefan stefano steny stephane stephen steve steven stewart stuart sven syed takeshi tariq taro ted terrence terry theo
    theodor theodore thomas tim timothy tobias todd tom tomas tomasz tommy tony toomas travis trevor trey tristan troy tyler umar uwe
    vaclav valery vernon vic victor vijay viktor vince vincent virgil vitali vitaly vlad vladimir volodymyr waleed walter wayne wei wesley
    wilbur wilfred wilhelm willem william willie winston wojciech wolfgang xavier yair yasser yevgeny yitzhak yoshihide younis yousef yuri
    yusuf yves zachary zack zbigniew zoltan
    """.split()
)
GIVEN: Final = WOMEN | MEN
"""All of them."""
