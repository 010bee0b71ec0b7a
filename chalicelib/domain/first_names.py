"""First names that are common in the United States: where somebody writes small letters, only they tell a name."""

from __future__ import annotations

_NAMES = """
    aaron abel abigail adam adrian adriana alan albert alberto alejandra alejandro alex alexander alexis alfredo alice
    alicia alison allen amanda amber amy ana andre andrea andres andrew angela angelica angie anita ann anna anne
    annie anthony antonia antonio araceli armando arthur arturo ashley barbara beatriz becky ben benjamin bernard beth
    betty beverly bill billy blanca bob bobby bonnie brad bradley brandon brenda brian bruce bryan carl carla carlos
    carmen carol caroline carolyn carrie catherine cathy cecilia cesar charles charlie cheryl chris christina
    christine christopher cindy claire clara claudia connie craig cristian cristina crystal curtis cynthia dan dana
    daniel daniela danny darlene dave david dawn debbie deborah debra denise dennis derek diana diane diego don donald
    donna doris dorothy doug douglas dylan earl eddie edgar eduardo edward edwin elaine eleanor elena elizabeth ellen
    emily emma enrique eric erica erik erin ernesto esteban esther ethan eugene eva evelyn fatima felipe fernando
    florence frances francisco frank fred gabriel gabriela gail gary george gerald gerardo gilbert gina glenn gloria
    gonzalo gordon greg gregory guadalupe guillermo gustavo hannah harold harry heather hector helen henry hugo ian
    ignacio irene isaac isabel ivan jack jackie jacob jaime james jamie jan jane janet janice jared jasmine jason
    javier jay jean jeff jeffrey jennifer jenny jeremy jerry jesse jessica jesus jill jim jimmy joan joann joe joel
    john johnny jon jonathan jordan jorge jose joseph joshua joyce juan juana juanita judith judy julia julian julie
    julio justin karen karina karl kate kathleen kathy katie keith kelly ken kenneth kevin kim kimberly kyle larry
    laura lauren laurie lawrence leonard leslie leticia lewis lillian linda lisa liz lois lori lorraine louis louise
    lucas lucia lucy luis luisa luz lynn manuel marco marcos marcus margaret margarita maria mariana marie marilyn
    mario marisol marjorie martha martin marvin mary matt matthew maureen mauricio megan melissa mercedes michael
    michelle miguel mike mildred miriam mohammed monica nancy natalie natasha nathan nelson nicholas nick nicole nora
    norma norman olga oliver olivia oscar pablo pam pamela patricia patrick patty paul paula pedro peggy perla peter
    phil philip phillip phyllis priya rachel rafael ralph ramon randy raquel ray raymond rebecca renee ricardo richard
    rick rita robert roberto rodrigo roger roland ron ronald rosa rosario rose roxanne roy ruben russell ruth ryan
    sally salvador sam samantha samuel sandra sandy santiago sara sarah scott sean sergio shannon sharon shawn sheila
    shirley silvia sofia sonia stacy stanley stephanie stephen steve steven stuart sue susan suzanne sylvia tamika
    tammy tara ted teresa terry thelma theresa thomas tiffany tim timothy tina todd tom tommy tony tracy travis tyler
    valentina valeria vanessa vera veronica vicki victor victoria vincent virginia walter wanda wayne wendy wesley
    wilma xavier yesenia yolanda yvonne zachary
"""
FIRST_NAMES = frozenset(_NAMES.split())
