"""First names that are common in the United States: where somebody writes small letters, only they tell a name.

Most are of the Census Bureau's list of 1990 (public domain), without those that are ordinary words or towns as well.
"""

from __future__ import annotations

_NAMES = """
    aaron abbie abby abdul abe abel abigail abraham abram ada adah adalberto adaline adam addie adela adelaida
    adelaide adele adelia adelina adeline adell adella adelle adena adina adolfo adolph adria adrian adriana adriane
    adrianna adrianne adrien adriene adrienne afton agatha agnes agripina agustin agustina ahmad ahmed aida aide aiko
    aileen ailene aimee aisha aja akiko akilah alaina alan alana alanna alba albert alberta albertha albertina
    albertine alberto albina alda alden aldo alease alec alecia aleen aleida alejandra alejandrina alejandro alena
    alene alesha aleshia alesia alessandra aleta aletha alethea alethia alex alexa alexander alexandra alexandria
    alexia alexis alfonso alfonzo alfred alfreda alfredo alia alica alice alicia alida alina aline alisa alise alisha
    alishia alisia alison alissa alita alix aliza alla allan alleen allegra allen allene allie alline allison allyson
    alma almeda almeta alonzo alphonse alphonso alta altagracia altha althea alton alva alvaro alvera alverta alvin
    alvina alyce alycia alysa alyse alysha alysia alyson alyssa amada amado amalia amanda amber amberly amelia america
    ami amie amina amir ammie amos amy ana anabel anamaria anastacia anastasia andera anders andra andre andrea
    andreas andree andres andrew andria andy anette angela angele angelena angeles angelia angelic angelica angelika
    angelina angeline angelique angelita angella angelo angie anglea anh anibal anika anil anisa anisha anissa anita
    anitra anjanette ann anna annabel annabell annabelle annalee annalisa annamae annamaria annamarie anne anneliese
    annemarie annett annetta annette annice annie annis annita annmarie ansel anthony antionette antoine antoinette
    anton antone antonette antonia antonietta antonina antonio antony antwan anya apolonia apryl ara araceli aracelis
    aracely arcelia archie ardell ardella ardis ardith aretha argelia aria ariana ariane arianna arianne arica arie
    ariel arielle arjun arla arleen arlena arlene arletha arletta arlette arlinda arline armanda armandina armando
    armida arminda arnetta arnita arnold arnulfo aron arron arthur artie arturo arun arvilla asha ashanti ashely
    ashlee ashleigh ashley ashli ashlie ashly ashlyn ashok ashton assunta astrid asuncion athena aubrey audie audra
    audrea audrey audry august augusta augustina augustine augustus aundrea aura aurea aurelia aurelio aurora aurore
    ava avelina avery avis awilda ayako ayana ayanna ayesha azucena azzie babette bailey bambi barb barbar barbara
    barbera barbie barbra barney barrett barrie barry bart bartolo barton bea beata beatrice beatriz beau beaulah
    becki beckie becky belen belia belinda belkis bella belle belva ben benita benito benjamin bennett bennie benny
    berenice berna bernadette bernadine bernard bernarda bernardine bernardo berneice bernetta bernice bernie berniece
    bernita bert berta bertha bertie bertram beryl bess bessie beth bethanie bethann bethany bethel beto betsey betsy
    bette bettie bettina betty bettye beulah bev beverlee beverley beverly bianca bill billie billy billye birdie
    birgit blaine blair blake blanca blanch blanche blondell blossom blythe bob bobbi bobbie bobby bobbye bonita
    bonnie bonny booker boris boyd brad bradford bradley bradly brady branda brandee branden brandi brandie brandon
    brandy brant breann breanna breanne bree brenda brendan brendon brenna brent brenton bret brett brian briana
    brianna brianne brice bridget bridgett bridgette brigette brigid brigida brigitte brinda britany britney britni
    britt britta brittani brittanie brittany brittney brittni brittny bronwyn brooke bruce brunilda bruno bryan bryce
    brynn bryon buffy buford burt burton byron caesar caitlin caitlyn calandra caleb callie calvin camelia cameron
    camila camilla camille camilo candace candance candelaria candi candice candida candie candis candyce caprice cara
    caren carey cari caridad carie carin carina carisa carissa carita carl carla carleen carlene carletta carley carli
    carlie carline carlo carlos carlota carlotta carlton carlyn carma carman carmela carmelina carmelita carmella
    carmelo carmen carmina carmine carmon carol carola carolann carole carolee carolin caroline carolyn carolyne
    carolynn caron caroyln carri carrie carrol carson cary caryl caryn casandra casey casie cassandra cassaundra
    cassidy cassie cassondra catalina catarina caterina catharine catherine cathern cathey cathi cathie cathleen
    cathrine cathryn cathy catina catrina cecelia cecil cecila cecile cecilia cecily cedric celena celesta celeste
    celestina celestine celia celina celine ceola cesar chad chadwick chan chana chanda chandra chanel chanell
    chanelle chang chantal chante chantel chantell chantelle charis charise charissa charisse charla charleen charlene
    charles charlette charley charlie charline charlotte charlyn charmaine charolette chasity chau chauncey chaya
    chelo chelsea chelsey chelsie cher chere cheree cheri cherie cherilyn cherise cherly cherri cherrie cherryl chery
    cheryl cheryle cheryll chester chet cheyenne chi chidi chin ching chiquita chloe chris chrissy christa christal
    christeen christel christen christena christene christi christian christiana christiane christie christin
    christina christine christinia christoper christopher christy chrystal chuck chun chung chuy ciara cicely ciera
    cierra cinda cindi cindy cinthia ciro clair claire clara clare clarence claretha claribel clarice clarine clarissa
    clarita classie claude claudette claudia claudie claudine claudio clayton clemencia clement clementina clementine
    clemmie cleo cleopatra cleora cleta cletus cleveland clifford clifton clint clinton clora clorinda clotilde clyde
    cody colby cole coleen coleman coletta colette colin colleen collen collette collin concepcion conception concetta
    conchita connie connor conrad constance consuela consuelo cora coralee coralie corazon cordelia cordie coreen
    corene coretta corey cori corie corina corine corinna corinne corliss cornelia cornelius cornell corrie corrina
    corrine cortney cory courtney coy craig creola cris criselda crissy crista cristal cristen cristi cristian cristie
    cristin cristina cristine cristy crystal curt curtis cyndi cyndy cynthia cyril cyrus cythia dacia dagmar dahlia
    daina daisey daisy dalene dalia dalila dalton damaris damian damien damion damon dan dana danae danelle danette
    dani dania danial danica daniel daniela daniele daniell daniella danielle danika danille danita danna dannette
    dannie dannielle danny dante danuta danyel danyell danyelle daphine daphne dara darby darci darcie darcy daren
    daria darin dario darius darla darleen darlena darlene darline darnell daron darrel darrell darren darrick darrin
    darryl darwin daryl daryn dave david davida davina davis davon dawn dawna dawne dayle dayna deadra dean deana
    deandra deandre deane deann deanna deanne deb debbi debbie debbra debby debi debora deborah debra debrah debroah
    dedra deeann deedee deedra deena deepa deidra deidre deirdre delaine delana delbert delena delfina delia delicia
    delilah delinda delisa della delma delmar delmer delois deloise delora delores deloris delorse delpha delphia
    delphine delsie demarcus demetra demetria demetrice demetrius dena deneen denese denice denise denisha denita
    denna dennis dennise denny deon deonna derek derick derrick desirae desire desiree desmond despina dessie destiny
    detra devin devon devona devora devorah dewayne dewey dewitt dexter dian diana diane diann dianna dianne diedra
    diedre diego digna dillon dimple dina dinah dinh dino dinorah dion dione dionna dionne dirk dixie dmitri dollie
    dolly dolores doloris domenica dominga dominic dominica dominick dominique dominque domitila domonique don dona
    donald donella donetta donita donn donna donnell donnie donny donovan donte donya dora dorathy dorcas doreen
    dorene doretha doretta dori doria dorian dorie dorinda dorine doris dorotha dorothea dorothy dorris dortha dorthea
    dorthey dorthy dottie dotty doug douglas dovie doyle dreama drema drew drucilla drusilla duane dulcie duncan dung
    dusti dustin dwain dwayne dwight dyan dylan earl earle earlean earleen earlene earlie earline earnest earnestine
    eartha eboni ebonie ebony ed eda edda eddie eddy edelmira eden edgar edgardo edie edith edmond edmund edna eduard
    eduardo edward edwardo edwin edwina edyth edythe effie efrain efren ehtel eileen eilene elaina elaine elana elane
    elanor elayne elba elbert elda eldon eldora eleanor eleanora eleanore elease elena eleni elenor elenora elenore
    eleonore elfrieda elfriede eli elia eliana elias elicia elida elijah elina elinor elinore elisa elisabeth elise
    eliseo elisha elissa eliz eliza elizabeth elizbeth elizebeth elke ellamae ellen ellie elliott ellis elly ellyn
    elma elmer elmira elmo elna elnora elodia elois eloisa eloise elouise eloy elsa elsie elton elva elvera elvia
    elvie elvin elvina elvira elvis elwanda elwood elyse elza ema emanuel emeka emelda emelia emeline emely emerald
    emerita emerson emery emiko emil emile emilee emilia emiliano emilie emilio emily emma emmanuel emmett emmie
    emmitt emmy emogene enedina eneida enid enoch enrique enriqueta epifania eric erica erich erick ericka erik erika
    erin erinn erlene erlinda erline erma ermelinda erminia erna ernest ernestina ernestine ernesto ernie errol ervin
    erwin eryn esmeralda esperanza essie esteban estela estell estella estelle esther estrella etha ethan ethel
    ethelene ethelyn ethyl etta eufemia eugene eugenia eugenie eugenio eula eulalia eun euna eunice eusebia eva evalyn
    evan evangelina evangeline evelia evelin evelina eveline evelyn evelyne everett everette evette evie evon evonne
    ewa exie ezequiel ezra fabian fabiola fae fallon fannie fanny farah farrah fatima fatimah faustina faustino faye
    federico felecia felica felice felicia felicidad felicita felicitas felipa felipe felisa felisha felix ferdinand
    fermin fern fernanda fernande fernando ferne fidel fidela filomena fiona flavia fleta flo flor flora florance
    florence florencia florencio florene florentina floretta florinda florine flossie floy floyd fonda forrest fran
    france francene frances francesca franchesca francie francina francine francis francisca francisco francoise frank
    frankie franklin fred freda freddie freddy frederic frederica frederick fredericka fredia fredric fredrick
    fredricka freeda freeman freida frida frieda fritz fumiko gabriel gabriela gabriele gabriella gabrielle gail galen
    galina garland garnet garnett garrett garry gary gavin gavino gaye gayla gaylene gaynell gaynelle gearldine gemma
    gena genaro gene genesis geneva genevieve genia genie genna gennie genny genoveva geoff geoffrey georgann george
    georgeann georgeanna georgene georgetta georgette georgiana georgiann georgianna georgie georgina georgine gerald
    geraldine geraldo geralyn gerard gerardo gerda geri germaine german gerri gerry gertha gertie gertrud gertrude
    gertude gia gianna gidget gigi gil gilbert gilberto gilda gillian gina ginette ginny gino giovanna giovanni gisela
    gisele giselle giuseppe giuseppina gladis glady gladys glenda glendora glenn glenna glennie glennis glinda gloria
    glynda glynis golda goldie gonzalo gordon gracia gracie graciela grady graham grayce greg gregg gregorio gregory
    greta gretchen gretta gricelda griselda grover guadalupe gudrun guillermina guillermo gus gussie gustavo gwen
    gwenda gwendolyn gwenn gwyn hae hailey haley halina halley hallie hamid hana hanh hank hanna hannah hannelore hans
    harlan harley harmony harold harriet harriett harriette harrison harry harvey hassan hassie hattie haydee hayley
    hazel heather hector hedwig hedy heide heidi heike helen helena helene helga hellen henrietta henriette henry
    herbert heriberto herlinda herman hermelinda hermina hermine herminia hernan herschel hershel herta hertha hester
    hettie hiedi hien hilaria hilario hilary hilda hilde hildegard hildegarde hildred hillary hilma hilton hipolito
    hiram hiroko hoa holley holli hollie hollis holly homer horace horacio hortencia hortense hortensia howard hubert
    hue huey hugo hulda humberto huong hussein hyacinth hye hyon hyun ian ibrahim ida idalia idell idella iesha
    ignacia ignacio ike ila ilana ilda ileana ileen ilene iliana ilona ilse iluminada imani imelda imogene imran
    indira inell ines inez inga inge ingeborg inger ingrid inocencia iola iona ione ira iraida irena irene irina iris
    irma irmgard irvin irving irwin isaac isabel isabell isabella isabelle isaiah isaias isaura isela isiah isidra
    isidro isis ismael isobel israel issac itzel iva ivan ivana ivelisse ivette ivonne izetta izola jacalyn jacelyn
    jacinda jacinta jack jackeline jacki jackie jacklyn jaclyn jacob jacqualine jacque jacquelin jacqueline jacquelyn
    jacquelyne jacquelynn jacques jacquetta jacquie jacquiline jacquline jacqulyn jada jadwiga jae jaime jaimie jake
    jaleesa jalen jalisa jamaal jamal jamar jame jamee jamel james jamey jami jamie jamila jamison jammie jan jana
    janae janay jane janee janeen janel janell janella janelle janene janessa janet janeth janett janetta janette
    janey janice janie janina janine janis janise janita jann janna jannet jannette jannie jaqueline jared jarred
    jarrett jarrod jarvis jasmin jasmine jason jasper jaunita javier javon jay jaye jayme jaymie jayna jayne jayson
    jazmin jazmine jean jeana jeane jeanelle jeanene jeanett jeanetta jeanette jeanice jeanie jeanine jeanmarie jeanna
    jeanne jeannette jeannie jeannine jed jeff jefferey jeffery jeffrey jeffry jen jena jene jenee jenell jenelle
    jenette jeni jenice jenifer jeniffer jenine jenise jenna jennefer jennette jenni jennie jennifer jenniffer jennine
    jenny jerald jeraldine jeremiah jeremy jeri jerica jerilyn jermaine jerold jerome jerri jerrica jerrie jerrod
    jerrold jerry jesenia jesica jess jesse jessenia jessi jessica jessie jessika jesus jesusa jetta jettie jewell
    jill jillian jim jimena jimmie jimmy jina joan joana joane joanie joann joanna joanne joannie joaquin jocelyn
    jodee jodi jodie jody joe joeann joel joella joelle joellen joesph joetta joey johana johanna johanne john johna
    johnathan johnathon johnetta johnette johnie johnna johnnie johnny joi jolanda joleen jolene jolie joline jolyn
    jolynn jon jona jonah jonas jonathan jonathon jone jonell jonelle joni jonie jonna jonnie jordan jorge jose josef
    josefa josefina joselyn joseph josephina josephine josette josh joshua josiah josie joslyn josphine josue jovita
    joyce joycelyn joye juan juana juanita judd jude judi judie judith judson judy jule julee julene jules juli julia
    julian juliane juliann julianna julianne julie julienne juliet julieta juliette julio julissa julius junita justin
    justina justine jutta kacey kaci kacie kacy kai kaitlin kaitlyn kala kaley kali kamala kamilah kandace kandi
    kandice kandis kandy kanisha kara karan kareem kareen karen karena karey kari karie karin karina karine karissa
    karl karla karleen karlene karly karma karmen karol karoline karolyn karon karren karri karrie kary karyl karyn
    kasandra kasey kasie kassandra kassie kate katelin katelyn katelynn kathaleen katharina katharine kathe katheleen
    katherin katherine kathern katheryn kathey kathi kathie kathleen kathlene kathlyn kathrin kathrine kathryn
    kathryne kathy kathyrn kati katia katie katina katlyn katrice katrina kattie katy kayce kaye kayla kaylee kayleen
    kayleigh kaylene kazuko kecia keely keena keenan keesha keiko keila keisha keith keitha keli kelle kellee kelley
    kelli kellie kelly kellye kelsey kelsi kelsie kelvin kemberly ken kena kenda kendal kendall kendra kendrick kenia
    kenisha kenna kenneth kennith kenny kenton kenyatta kenyetta kera keren keri kermit kerri kerrie kerry kerstin
    kesha keshia keturah keven kevin khalid kia kiana kiara kiera kiersten kiesha kieth kiley kim kimber kimberely
    kimberlee kimberley kimberli kimberlie kimberly kimbery kimi kimiko kina kindra kira kirby kirk kirsten kirstin
    kisha kittie kiyoko kizzie kizzy klara kofi kori kortney kory kourtney kris krissy krista kristal kristan kristel
    kristen kristi kristian kristie kristin kristina kristine kristopher kristy kristyn krysta krystal krysten krystin
    krystina krystle krystyna kum kumar kurt kurtis kwame kyla kyle kylee kylie kym kymberly kyoko kyong kyra kyung
    lacey lachelle laci lacie lacy ladawn ladonna lahoma lai laila lajuana lakeisha lakendra lakesha lakeshia lakia
    lakiesha lakisha lakita lakshmi lala lamar lamont lana lance landon lanell lanelle lanette lani lanie lanita
    lannie lanny lanora laquanda laquita lara larae laraine larhonda larisa larissa larita laronda larry larue
    lasandra lashanda lashawn lashawnda lashon lashonda lashunda lasonya latanya latarsha latasha latashia latesha
    latia laticia latina latisha latonia latonya latoria latosha latoya latoyia latrice latricia latrina latrisha
    launa laura lauralee laure laureen laurel lauren laurence laurene lauretta laurette lauri laurice laurie laurinda
    laurine lauryn lavada lavenia lavera lavern laverna laverne laveta lavette lavina lavinia lavon lavona lavonda
    lavonia lavonna lavonne lawana lawanda lawanna lawerence lawrence layla lazaro lea leah leana leandra leandro
    leann leanna leanne leatha leatrice leda lee leeann leeanna leeanne leena leesa leia leigh leighann leila leilani
    leisa leisha lekisha lela leland lelia lemuel len lena lenard lenna lennie lenny lenora lenore leo leola leoma
    leon leona leonard leonarda leonardo leone leonel leonia leonie leonila leonor leonora leonore leontine leopoldo
    leora leota lera leroy lesa lesia leslee lesley lesli leslie lessie lester leta letha leticia letisha letitia
    lettie letty levi lewis lexie lezlie lia liam liana liane lianne libbie libby liberty librada lida lidia ligia
    lila lili lilia lilian liliana lilla lillian lillie lilly lily lin lina linda lindsay lindsey lindy linette linh
    linn linnea linnie linsey linwood lionel lisa lisandra lisbeth lise lisette lisha lissa lissette lita livia liz
    liza lizabeth lizbeth lizeth lizette lizzette lizzie lloyd logan loida lois lola lolita lon lona londa loni lonna
    lonnie lora loraine loralee lore loree loreen lorelei loren lorena lorene lorenza lorenzo loreta loretta lorette
    lori loria loriann lorie lorina lorinda lorine lorita lorna lorraine lorretta lorri lorriane lorrie lory lottie
    lou louann louanne louella louie louis louisa louise lourdes louvenia lovella lovie lowell loyce loyd luana luann
    luanne lucas luci lucia luciana luciano lucie lucien lucienne lucila lucile lucilla lucille lucina lucinda lucio
    lucrecia lucretia lucy ludie ludivina lue luella luetta luis luisa luise luke lula lulu lupe lupita lura lurline
    luther luvenia luz lyda lydia lyla lyle lyman lyn lynda lyndia lyndon lyndsay lyndsey lynell lynelle lynetta
    lynette lynn lynne lynnette lynsey mabel mabelle mable machelle macie mack mackenzie macy madaline madalyn
    madelaine madeleine madelene madeline madelyn madge madie madlyn madonna mae maegan mafalda magali magaly magan
    magaret magda magdalen magdalena magdalene magen maggie magnolia mahmoud mai maia maida maile maira maire maisha
    majorie malcolm malia malik malika malinda malisa malissa malka mallie mallory malorie mamie mammie mana mandi
    mandie mandy manuel manuela mao mara maragret maranda marc marcel marcela marcelina marceline marcelino marcella
    marcelle marcelo marcene marchelle marci marcia marcie marco marcos marcus marcy maren margaret margareta
    margarete margarett margaretta margarette margarita margarite margarito margart marge margene margeret margert
    margery marget margherita margie margit margo margorie margot margret marguerita marguerite margurite marhta maria
    mariah mariam marian mariana mariann marianna marianne mariano maribel maribeth marica maricela marie mariel
    mariela marietta mariette mariko marilee marilou marilu marilyn marilynn marin marinda mario marion marisa
    marisela marisha marisol marissa marita maritza marivel marjorie marjory markita markus marla marlana marleen
    marlen marlena marlene marlin marline marlo marlon marlyn marlys marna marni marnie marquerite marquetta marquis
    marquita marquitta marsha marta marth martha marti martin martina martine marty marva marvel marvella marvin
    marvis marx mary marya maryalice maryam maryann maryanna maryanne marybeth maryellen maryjane maryjo marylee
    marylin marylou marylouise marylyn marylynn maryrose masako mathew mathilda mathilde matilda matilde matt matthew
    matthias mattie maud maude maudie maura maureen maurice mauricio maurine mauro mavis maxie maximo maxine maxwell
    maya maybell maybelle maye mayme maynard mayola mayra mazie mckenzie mckinley meagan meaghan mechelle megan meggan
    meghan meghann mehmet mei melaine melani melanie melany melba melda melia melida melina melinda melisa melissa
    melissia melita mellie mellisa mellissa melodee melodie melody melonie melony melva melvin melvina melynda mendy
    mercedes mercedez meredith meri merideth meridith merilyn merle merlene merlin merlyn merna merri merrilee merrill
    mervin meryl mia mica micaela micah michael michaela michaele michal micheal michel michele michelina micheline
    michell michelle michiko mickey micki mickie miesha migdalia mignon miguel miguelina mika mike mikel miki mikki
    mila milagro milagros milda mildred milford milissa millard millicent millie milo milton mimi mina minda mindi
    mindy minerva minh minjun minna minnie miranda mireille mirella mireya miriam mirian mirna mirta mirtha misha
    missy misti misty mitch mitchel mitchell mitsuko mittie mitzi mitzie miyoko modesta moe mohamed mohammad mohammed
    moira moises mollie molly mona monet monica monika monique monnie monroe monserrate monte monty morgan moriah
    morris mort morton moses moshe mozell mozella mozelle muhammad muriel murray mustafa myles myong myra myriam myrl
    myrle myrna myron myrtice myrtie myrtis myrtle myung nacho nadene nadia nadine nakia nakisha nakita nam nan nana
    nancey nanci nancie nancy nanette nannette nannie naoma naomi napoleon narcisa nasir natacha natalia natalie
    natasha natashia nate nathalie nathan nathaniel natisha natividad natosha neal ned neda nedra neha neil nelda
    nelia nelida nell nella nelle nellie nelly nelson nena nenita neoma nereida nerissa nery nestor neta nettie newton
    nga ngoc ngozi nguyen nia nichelle nichol nicholas nichole nick nicki nickie nickolas nickole nico nicol nicola
    nicolas nicolasa nicole nicolette nicolle nida nidia niesha nieves nigel nikhil niki nikia nikita nikki nikole
    nila nilda nilsa nina ninfa nisha nita noah noel noelia noella noelle noemi nohemi nola nolan noma nona noor nora
    norah norbert norberto noreen norene noriko norine norma norman normand norris nova novella nydia nyla obdulia
    ocie octavia octavio odelia odell odessa odette odilia odis ofelia olen olene oleta olga olimpia olin olinda oliva
    oliver olivia ollie olu olympia oma omar omari omer oneida onita opal ophelia ora oralia oren orlando orpha orval
    orville oscar ossie osvaldo otha otilia otis otto ouida owen ozella pablo paco paige palma palmira pam pamala
    pamela pamelia pamella pamula pancho pandora pansy paola parthenia particia pasquale pat patience patria patrica
    patrice patricia patrick patrina patsy patti pattie patty paul paula paulene pauletta paulette paulina pauline
    pearl pearlene pearlie pearline pearly pedro peggie peggy penelope penney penni pennie penny pepe percy perla pete
    peter petra petrina petronila phil philip phillip phillis philomena phoebe phung phuong phylicia phylis phyliss
    phyllis piedad pierre pilar pinkie piper polly pooja porfirio porsha portia preston pricilla priscila priya
    providencia prudence qiana queenie quentin quiana quincy quinn quintin quinton quyen rachael rachal racheal rachel
    rachele rachell rachelle racquel rae raeann raelene rafael rafaela raguel rahul raina raisa raj rajesh raleigh
    ralph ramesh ramiro ramon ramona ramonita rana ranae randa randal randall randee randell randi randolph randy
    ranee raphael raquel rashad rasheeda rashid rashida raul ravi ray raye raylene raymond raymundo rayna rea reagan
    reanna reatha reba rebbeca rebbecca rebeca rebecca rebecka rebekah reda refugia regan regena regenia reggie regina
    reginald reginia reid reiko reinaldo remona rena renae renata renate rene renea renee renetta renita ressie reta
    retha retta reuben reva rex reyes reyna reynalda reynaldo reza rhea rhiannon rhoda rhona rhonda ricardo richard
    richelle richie rick rickey ricki rickie ricky rigoberto rikki rina risa rita rivka robbi robbie robbin robby
    robert roberta roberto robin robt robyn rocco rochel rochell rochelle rocio roderick rodger rodney rodolfo rodrick
    rodrigo rogelio roger rohan roland rolanda rolando rolland romaine roman romana romelia romeo romona ron rona
    ronald ronda roni ronna ronni ronnie ronny roosevelt rory rosa rosalba rosalee rosalia rosalie rosalina rosalind
    rosalinda rosaline rosalva rosalyn rosamaria rosamond rosana rosann rosanna rosanne rosaria rosario rosaura roscoe
    rose roseann roseanna roseanne roselee roseline rosella roselle roselyn rosemarie rosemary rosendo rosetta rosia
    rosie rosina rosita roslyn ross rossana rosy rowena roxana roxane roxann roxanna roxanne roxie roxy roy royce
    rozanne rozella ruben rubi rubie rubin ruby rubye rudolph rudy rufina rufus rupert russ russel russell ruth rutha
    ruthann ruthanne ruthe ruthie ryan ryann sabina sabine sabra sabrina sacha sachiko sade sadie sadye sal salena
    salina sallie sally salome salvador salvatore sam samantha samara samatha sami samira sammie sammy samual samuel
    sanda sandee sandi sandie sandra sandy sanford sanjay sanjeev sanjuana sanjuanita sanora santana santiago santina
    sara sarah sari sarina sarita sasha sau saul saundra savanna scarlet scarlett scot scott scottie scotty sean
    sebastian sebrina selena selene selina selma serafina serena sergio serina serita seth setsuko seymour shae shaina
    shakia shakira shakita shala shalanda shalonda shameka shamika shana shanae shanda shandra shane shaneka shanell
    shanelle shani shanice shanika shaniqua shanita shanna shannan shannon shanon shanta shantay shante shantel
    shantell shantelle shaquana shaquita shara sharan sharda sharee sharen shari sharie sharilyn sharita sharla
    sharleen sharlene sharolyn sharon sharonda sharri sharron sharyl sharyn shasta shaun shauna shaunda shaunna
    shaunta shaunte shavon shavonda shavonne shawana shawanda shawanna shawn shawna shawnda shawnee shawnna shay
    shayla shayna shea sheena sheila sheilah shela shelba shelby sheldon shelia shella shelley shelli shellie shelly
    shelton shemeka shemika shena shenika shenita shera sheree sherell sheri sheridan sherie sherika sherill sherilyn
    sherise sherita sherley sherly sherlyn sherman sheron sherrell sherri sherrie sherrill sherron sherry sherryl
    shery sheryl sheryll shiela shila shira shirely shirl shirlee shirleen shirlene shirley shirly shizue shona shonda
    shonna shonta shoshana shreya shyla sibyl sid sidney sierra sigrid silas silvana silvia silvio simon simona simone
    simonne sindy siobhan siu slyvia socorro sofia sofya solange soledad solomon sommer sondra sonia sonja sonya
    sophia sophie soraya spencer stacey staci stacia stacie stacy stan stanford stanley starla starr stasia stefan
    stefani stefania stefanie stefany steffanie stella stepanie stephaine stephan stephane stephani stephania
    stephanie stephany stephen stephenie stephine steve steven stevie stewart stu stuart sudie sue sueann suellen suk
    sunil sunita suresh susan susana susann susanna susannah susanne susie susy suzan suzann suzanna suzanne suzette
    suzi suzie suzy sven svetlana sybil syble syed sylvester sylvia sylvie synthia syreeta tabatha tabetha tabitha tad
    taisha takisha talia talisha talitha tam tama tamala tamar tamara tamatha tambra tameika tameka tamekia tamela
    tamera tamesha tami tamica tamie tamika tamiko tamisha tammara tammera tammi tammie tammy tamra tana tandy taneka
    tanesha tangela tania tanika tanisha tanja tanna tanner tanya tara tarah tari tariq tarra tarsha taryn tasha
    tashia tashina tasia tatiana tatum tatyana tawana tawanda tawanna tawny tawnya ted teddy temeka tena tenisha
    tennie tennille teodora teodoro tequila tera tereasa terence teresa terese teresia teresita teressa teri terina
    terisa terra terrance terrell terrence terresa terri terrie terry tesha tess tessa tessie thad thaddeus thalia
    thanh thao thea theda thelma theo theodora theodore theola theresa therese theresia theressa theron thersa thi
    thomas thomasina thomasine thora thresa thu thurman thuy tia tiana tianna tiara tien tiera tierra tiesha tifany
    tiffaney tiffani tiffanie tiffany tiffiny tijuana tillie tim timmy timothy tina tinisha tisha tito tobi tobias
    toby tod todd toi tom tomas tomasa tomasz tomeka tomi tomika tomiko tommie tommy tommye tomoko tona tonda toni
    tonia tonie tonja tony tonya tori torri torrie tory tosha toshia toshiko towanda toya tracee tracey traci tracie
    tracy tran travis treasa trena trent tresa tressa tressie treva trevor trey tricia trina trinh trinidad trinity
    trish trisha trista tristan troy trudi trudie trudy trula truman tuan tuyet twana twanda twanna twila twyla ty
    tyesha tyler tyra tyree tyrell tyron tyrone tyson ula ulrike ulysses ursula usha val valarie valda valencia valene
    valentin valentina valeri valeria valerie valery vallie valorie valrie vance vanda vanesa vanessa vanetta vania
    vanita vannessa vashti vaughn veda velda velia vella velma velva vena venessa venice venita veola vera verda
    verdell verdie verena vergie verla verlene verlie vern verna vernell vernetta vernice vernie vernita vernon verona
    veronica versie vertie vesta veta vic vicenta vicente vickey vicki vickie vicky victor victoria vijay viki vikki
    vikram vilma vince vincent vincenza vinnie viola violet violeta violette virgen virgie virgil virgina virginia
    vito vivan vivian viviana vivien vivienne vlad vonda vonnie wade waldo walker wallace wally walt walter walton
    waltraud wanda waneta wanita wava wayne wei weldon wendell wendi wendolyn wendy werner wesley whitney wilbert
    wilbur wilburn wilda wilford wilfred wilfredo wilhelmina willa willard willene willette willia william williams
    willie williemae willis willy wilma wilmer wilson wilton winfred winifred winnie winnifred winona winston winter
    wonda woodrow wyatt wynona xavier xenia ximena xin xiomara xochitl xuan yadira yahaira yajaira yan yang yanira
    yasmin yasmine yasuko yee yelena yen yesenia yesica yessenia yetta yoko yolanda yolande yolando yoli yolonda yon
    yoshiko youlanda yuk yuki yukiko yuko yulanda yung yuri yusuf yvette yvonne zach zachariah zachary zachery zack
    zaida zainab zandra zane zelda zella zelma zena zenaida zenobia zetta zhang zina zita zoe zoey zofia zoila zola
    zora zoraida zula zulema zulma
"""
FIRST_NAMES = frozenset(_NAMES.split())
