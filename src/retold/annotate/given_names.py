"""Common given names with the gender they mostly tell, folded to lower case without diacritics: a vote, never a proof."""

from __future__ import annotations

from typing import Final

WOMEN: Final = frozenset(
    """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna
    michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma
    nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia
    victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances
    kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie
    brittany charlotte marie kayla alexis lori nikki claudia angelina chrissy jenna gina amina fatima aisha leila layla yasmin nadia
    samira zainab khadija hillary condoleezza nancy kamala elena natalia olga irina svetlana tatiana ekaterina yulia oksana ingrid astrid
    greta freya sigrid anja heike petra sabine monika ursula angela annalena marlene birgit claire sophie camille chloe manon lucie margaux
    amelie ines lucia carmen pilar mercedes rosa isabel paula daniela valeria gabriela alejandra fernanda mariana camila giulia francesca
    chiara federica giorgia valentina yuko akiko naomi sakura keiko yoko mei ling xiu priya anjali deepika sunita lakshmi indira sonia
    valeska jacinda julia penny tanya sheila bridget fiona siobhan niamh aoife gemma nicola tracy wendy lorraine yvonne eileen nora edith
    hilda agnes beatrice eleanor harriet lydia miriam esther judith naomi tamar shira noa dana rana hala rania malala benazir aung
    megyn savannah ivanka melania michele rosalind tabitha matilda odette elsbeth marit liv solveig eva ewa agnieszka katarzyna malgorzata
    zofia zuzana jana lenka ilona agnes zsuzsa elif ayse zeynep emine""".split()
)
MEN: Final = frozenset(
    """james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul
    andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry
    justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry
    douglas zachary peter kyle ethan walter noah jeremy christian keith roger terry austin sean gerald carl harold dylan arthur lawrence
    jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell
    bradley philip eugene carlos miguel luis jorge pedro pablo diego javier fernando rafael ricardo sergio alberto raul fidel nicolas hugo
    marco antonio francisco manuel vladimir dmitry dmitri sergei sergey alexei aleksei mikhail boris ivan igor oleg yuri volodymyr petro
    viktor hans klaus juergen jurgen wolfgang heinz helmut rainer herbert horst markus stefan thomas uwe olaf friedrich jean pierre jacques
    francois emmanuel nicolas philippe michel laurent olivier antoine mario giuseppe giovanni matteo luca silvio paolo roberto stefano ahmed
    mohammed muhammad mohamed mahmoud ali hassan hussein omar osama khalid ibrahim yusuf abdul abdullah bashar hamid karim rashid tariq
    recep mehmet mustafa kemal benjamin yitzhak shimon ariel naftali yair moshe ehud avi hiroshi kenji takeshi shinzo taro yoshihide wei jun
    ming jian rajesh amit narendra rahul arvind sanjay ravi anil vijay barack mitt mike bill bob jim tom tim ted ken ron dan ben sam max
    leo oscar hugo liam oliver harry jacob charlie freddie alfie theo archie rupert nigel simon martin colin graham ian stuart neil derek
    gordon tony gerry declan conor cormac padraig lars sven bjorn magnus erik jens anders niels pavel jiri vaclav tomas lech jaroslaw andrzej
    piotr wojciech janusz viktor laszlo istvan zoltan bruno felix claude rene andre lindsey lester morgan shane felipe jair""".split()
)
