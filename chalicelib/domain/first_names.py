"""First names that are common in the United States: where somebody writes small letters, only they tell a name."""

from __future__ import annotations

_NAMES = """
    aaron abdul abel abigail ada adam addie adele adrian adriana agatha agnes ahmed aisha alan albert alberto
    alejandra alejandrina alejandro alex alexa alexander alexandria alexis alfonso alfred alfredo alice alicia
    alison allen alma alonzo alton alvaro alvin amanda amber amelia amina amir amos amy ana anders andre andrea
    andreas andres andrew andy anette angela angelica angelina angelo angie anika anil anita ann anna anne annette
    annie ansel anthony antoine antonia antonio araceli aria ariel arjun arlene armando arnold arthur arturo arun
    ashley ashok audrey aurelio aurora ava avery barb barbara barry bartolo bea beatrice beatriz becky belinda bella
    ben benita benito benjamin benny bernadette bernard bernice bert bertha bessie beth beto betty beulah beverly
    bianca bill billy blake blanca blanche bob bobby bonnie boris brad bradley brandi brandon brandy brenda brendan
    brent bret brett brian brianna brigitte brittany brooke bruce bruno bryan byron caesar caitlin caleb calvin
    cameron camila camille camilo candace carl carla carlo carlos carlton carmela carmelita carmelo carmen carol
    caroline carolyn carrie casey cassandra cassie catalina catherine cathy cecilia celeste celia celina cesar chad
    chandra chantal charlene charles charlie chelo chelsea cheryl chester chidi chloe chris christian christina
    christine christopher christy chuck chuy cindy ciro claire clara claude claudia claudio clayton cleo clifford
    clint clyde cody colin colleen concepcion connie connor constance consuelo cora cordelia corey corinne cory
    courtney craig cristian cristina crystal curtis cynthia cyrus damian damon dan dana daniel daniela danny daphne
    darius darla darlene darnell darrell darren darryl daryl daryn dave david davon dawn deanna debbie deborah debra
    deepa delia delores demetrius denise dennis derek desmond destiny devin dexter diana diane diego dina dinh
    dmitri dolly dolores dominic dominique don donald donna donnie dora doreen doris dorothy dottie doug douglas
    duane duncan dustin dwayne dylan earl ebony ed eddie edgar edith edna eduard eduardo edward edwin efrain efren
    eileen elaina elaine eleanor elena elias elijah elisa elise elizabeth ellen ellie elmer eloise elsie elvira
    emanuel emeka emil emilia emiliano emilio emily emma emmanuel enid enrique eric erica erick erik erika erin
    ernest ernestine ernesto ernie ervin essie esteban estela estelle esther ethan ethel eugene eugenia eugenio
    eunice eva evan evelyn everett ezequiel fabian fabiola fanny farah fatima fatimah faye federico felicia felipe
    felix ferdinand fermin fernando fidel flor florence floyd fran frances francine francisco frank franklin fred
    freda freddie freddy frederick fritz gabriel gabriela gail garrett gary gavin gavino genevieve geoff geoffrey
    george georgina gerald geraldine gerardo gerry gertrude gilbert gilberto gilda gina gino giovanni giselle gladys
    glenda glenn gloria gonzalo gordon graciela graham greg gregorio gregory greta gretchen griselda guadalupe
    guillermo gus gustavo gwen gwendolyn hailey haley hamid hank hannah hans harold harriet harry harvey hassan
    hattie heather hector heidi helen henrietta henry herbert heriberto hermelinda herminia hernan hien hilary hilda
    hoa hollis homer horacio howard hubert hugo humberto huong hussein ian ibrahim ida ignacio ike imani imran ines
    inez inga ingrid ira irene irma irvin irving isaac isabel isabella isaiah isidro isis itzel iva ivan jack jackie
    jacob jada jaime jake jalen jamal jamar james jamie jamila jan jana jane janelle janet janice janie janine jared
    jasmin jasmine jason javier javon jay jazmin jean jeanette jeannette jeannie jeannine jed jeff jeffery jeffrey
    jenna jennie jennifer jenny jerald jeremiah jeremy jermaine jerome jerry jess jesse jessica jessie jesus jill
    jim jimena jimmy joan joann joanna joanne joaquin jocelyn jodi jodie jody joe joel johanna john johnnie johnny
    jolene jon jonas jonathan joni jordan jorge jose josefina joseph josephine josette joshua josie josue joyce juan
    juana juanita judd judith judy jules julia julian julianna julianne julie julio julissa justin kaitlyn kara
    kareem karen kari karin karina karl karla karol kate katelyn katherine kathleen kathryn kathy katie katrina
    kayla kayleigh keisha keith kelli kellie kelly kelsey ken kendra kenneth kenny kerry kevin khalid kiana kim
    kimberly kira kirk kofi krista kristen kristi kristin kristina kristine kristy kumar kurt kwame kyle lakisha
    lakshmi lamar lana lance lara larry latasha latisha latoya laura laurel lauren laurie laverne lawrence layla lea
    leah leandro leila lela leland len lena lenny lenora leo leon leona leonard leonardo leonel leopoldo leroy
    leslee leslie lester leticia letty levi lewis liam lidia lila lillian lillie lily lin lina linda lindsay linh
    linwood lionel lisa liz lizbeth lloyd lois lola lonnie lorena lorene lorenzo loretta lori lorie lorna lorraine
    lou louis louise lourdes luann lucas lucia luciana luciano lucille lucinda lucio lucy luella luis luisa luke
    lula lupe lupita luther luz lydia lyle lynn mabel mack madeline mae magdalena maggie mahmoud malcolm malik mamie
    mandy manuel mara marcelino marcella marcelo marcia marcie marco marcos marcus margaret margarita margarito
    margie margo maria marian mariana marianne mariano maribel maricela marie marilyn mario marisela marisol marissa
    maritza marjorie marla marlene marlin marlon marquis marsha marta martha martin marty marvin mary maryann
    matilda matilde matt matthew matthias mattie maude maura maureen maurice mauricio mavis maximo maxine maya mayra
    megan mehmet mei melanie melinda melissa melody melvin mercedes merle mia micaela michael michelle mickey miguel
    mike mila milagros mildred milo milton mina mindy minh minjun minnie mireya miriam misty mitch mitchell moe
    mohamed mohammed moises molly mona monica monique mort moses muhammad muriel mustafa myra myrna myron myrtle
    nacho nadine nan nancy naomi nasir natalie natasha nate nathan ned neha neil nell nellie nelson nestor nettie
    ngozi nguyen nia nicholas nick nico nicolas nicole nidia nikhil nikki nina noah noel noemi nola noor nora
    norbert noreen norma norman norris octavio odell odessa ofelia olga oliver olivia ollie olu omar omari ophelia
    orlando orville oscar osvaldo otis otto owen pablo paco pam pamela pancho paola pat patricia patrick patsy patti
    patty paul paula paulina pauline pearl pedro peggy pepe percy perla pete peter petra phil philip phillip phoebe
    phuong phyllis pierre pilar polly pooja priya prudence quentin quincy rachel rae rafael rafaela rahul raj rajesh
    ralph ramesh ramiro ramon ramona randall randolph randy raphael raquel rashid raul ravi ray raymond raymundo
    rebecca reggie regina reginald reid rene renee reyna reynaldo reza rhoda rhonda ricardo richard rick ricky
    rigoberto rita robbie robert roberto rochelle rocio roderick rodney rodrigo rogelio roger rohan roland rolando
    romeo ron ronald ronnie roosevelt rory rosa rosalba rosalie rosalind rosalinda rosario roscoe rose roseann
    rosemarie rosemary rowena roxana roxanna roxanne roy ruben rubi rudy rufus rupert russ russell ruth ryan sabrina
    sadie sal sallie sally salvador salvatore sam samantha sami sammy samuel sandra sandy sanford sanjay sanjeev
    santiago sara sarah saul saundra scott scottie sean sebastian selena selma serena sergio seth seymour shane
    shannon shari sharon shaun shawn shawna sheila sheldon shelley shelly sheri sherman sherri sherry sheryl shirley
    shreya sid sidney sierra silvia silvio simon simone socorro sofia sofya soledad sonia sophia sophie spencer
    stacey stacy stan stanley stefan stefanie stella stephan stephanie stephany stephen steve steven stewart stu
    stuart sue sunil sunita suresh susan susana susie suzanne suzy sven svetlana syed sylvester sylvia tabatha
    tabitha tad tamara tamika tammy tamra tania tanner tanya tara tariq tasha tatiana ted teddy teodoro terence
    teresa terrance terrell terrence terri terry tessa thad thanh thea thelma theodore theresa thomas tia tien
    tiffany tim timothy tina tito tobias toby todd tom tomas tomasz tommy toni tonia tony tonya tori tracey tracy
    travis trevor tricia trina trish trisha trudy tuan ty tyler tyrell tyrone ursula valentina valeria valerie vance
    vanessa vaughn velma vera verna vernon veronica vic vicente vicki vicky victor victoria vijay vikram vilma vince
    vincent viola virgil virginia vito vivian vivien vlad wally walt walter walton wanda wayne wei wendy wesley
    whitney wilbur wilfredo wilhelmina willard willie wilma winifred winston woodrow wyatt xavier ximena xin xiomara
    xochitl yadira yan yasmin yasmine yesenia yesica yolanda yoli yuki yusuf yvette yvonne zach zachary zack zainab
    zelda zhang zoe zoey zoila
"""
FIRST_NAMES = frozenset(_NAMES.split())
