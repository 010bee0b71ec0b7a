"""First names that are common in the United States: where somebody writes small letters, only they tell a name."""

from __future__ import annotations

_NAMES = """
    aaron abel abigail adam adrian adriana agnes ahmed alan albert alberto alejandra alejandrina alejandro alex
    alexander alexandria alexis alfredo alice alicia alison allen alvin amanda amber amir amy ana andre andrea andres
    andrew angela angelica angie anil anita ann anna anne annette annie anthony antonia antonio araceli armando arthur
    arturo ashley barbara beatriz becky ben benjamin bernadette bernard bert bessie beth beto betty beverly bill billy
    blanca bob bobby bonnie brad bradley brandon brenda brett brian brianna brittany bruce bryan caitlin caleb cameron
    candace carl carla carlos carmen carol caroline carolyn carrie casey cassandra cassie catherine cathy cecilia
    celia cesar chad charlene charles charlie chelsea cheryl chidi chris christina christine christopher chuy cindy
    claire clara claudia clyde cody colleen connie connor cora corey cory courtney craig cristian cristina crystal
    curtis cynthia dan dana daniel daniela danny darlene darnell darrell darren daryl dave david dawn debbie deborah
    debra deepa denise dennis derek destiny devin diana diane diego dmitri dolores don donald donna doris dorothy doug
    douglas duane dustin dwayne dylan earl ebony eddie edgar edith edna eduardo edward edwin eileen elaine eleanor
    elena elijah elizabeth ellen elsie emeka emily emma enrique eric erica erik erin ernest ernesto ervin essie
    esteban estelle esther ethan ethel eugene eunice eva evan evelyn fatima faye felicia felipe fernando florence
    frances francine francisco frank fred freda gabriel gabriela gail garrett gary gavin genevieve george gerald
    geraldine gerardo gilbert gilda gina gladys glenn gloria gonzalo gordon greg gregory gretchen guadalupe guillermo
    gustavo gwen hailey haley hannah harold harriet harry harvey hassan hattie heather hector helen henry herbert
    hernan hilary hilda hoa homer hugo hussein ian ibrahim ida ignacio ines inez ira irene irma irving isaac isabel
    isaiah itzel iva ivan jack jackie jacob jaime jamal james jamie jamila jan jana jane janelle janet janice janie
    jared jasmin jasmine jason javier jay jean jeanette jeannie jeff jeffery jeffrey jennie jennifer jenny jeremy
    jerome jerry jesse jessica jesus jill jim jimena jimmy joan joann joanna jodi jody joe joel johanna john johnny
    jon jonathan jordan jorge jose joseph josephine joshua josie joyce juan juana juanita judith judy jules julia
    julian julie julio justin kara karen karina karl karla kate katherine kathleen kathy katie katrina kayla keisha
    keith kelly kelsey ken kendra kenneth kerry kevin khalid kim kimberly krista kristen kristin kristina kurt kwame
    kyle lamar lana larry latasha latoya laura lauren laurie lawrence layla leah lela lena leo leon leona leonard
    leroy leslie lester leticia lewis liam lila lillian linda lindsay linh lisa liz lloyd lois lonnie lorena loretta
    lori lorraine louis louise lourdes lucas lucia lucille lucy luis luisa luke lula lupe lupita luz lydia lyle lynn
    mabel mack madeline mae magdalena maggie malik mamie manuel marcella marcia marco marcos marcus margaret margarita
    maria marian mariana marianne maribel maricela marie marilyn mario marisol marissa marjorie marlene marsha marta
    martha martin marvin mary matilda matt matthew mattie maureen mauricio maxine maya mayra megan mei melanie melinda
    melissa melody mercedes mia micaela michael michelle miguel mike mildred mindy minh minnie miriam misty mohamed
    mohammed molly monica monique muhammad muriel myra nacho nadine nancy naomi natalie natasha nathan nellie nelson
    ngozi nguyen nicholas nick nicole nina noah noel noemi nora norma norman olga oliver olivia omar oscar otis owen
    pablo paco pam pamela pancho paola patricia patrick patty paul paula pedro peggy pepe percy perla peter phil
    philip phillip phoebe phyllis polly priya rachel rae rafael raj ralph ramon ramona randy raquel ravi ray raymond
    rebecca regina renee reyna rhonda ricardo richard rick ricky rita robert roberto rochelle rocio rodney rodrigo
    rogelio roger roland rolando ron ronald ronnie rosa rosalie rosario rose rosemary roxanna roxanne roy ruben rubi
    rudy russell ruth ryan sabrina sadie sally salvador salvatore sam samantha samuel sandra sandy sanjay santiago
    sara sarah scott sean sebastian sergio shane shannon shari sharon shawn sheila shelley shelly sherri sherry sheryl
    shirley sidney silvia simon socorro sofia soledad sonia stacey stacy stanley stephan stephanie stephen steve
    steven stewart stuart sue sunita susan susana susie suzanne svetlana sylvia tabitha tamara tamika tammy tanner
    tanya tara tasha tatiana ted teresa terrell terri terry thanh thelma theodore theresa thomas tiffany tim timothy
    tina todd tom tommy toni tony tracey tracy travis trevor tricia tyler tyrone ursula valentina valeria vanessa
    velma vera verna veronica vicente vicki vicky victor victoria vincent viola virginia vivian walt walter wanda
    wayne wei wendy wesley whitney wilbur wilfredo willard willie wilma winifred xavier ximena xiomara xochitl yadira
    yesenia yolanda yusuf yvette yvonne zachary zoe
"""
FIRST_NAMES = frozenset(_NAMES.split())
