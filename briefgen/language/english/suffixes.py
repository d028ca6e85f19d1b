"""What English adds to a stem, be it to inflect a word or to derive another of the same family."""

SUFFIXES = tuple(
    """
    e s es ed edly d ing ings ingly er ers ered ering or ors y ies ied al als ally ly ely
    eer eers eered eering alize alized alizing alization
    ion ions ioned ioning ioner ioners ional ionally ation ations ational ment ments ement ements
    ance ances ancy ence ences ency encies ent ents ently ant ants antly ness nesses
    ate ates ated ately ating ator ators atory ative atives ive ives ively iveness
    ize izes ized izing ization izations ise ises ised ising isation isations
    ity ities icity ics ic ical ically able ably ability ible ibly ibility
    ful fully eful efully less ous ously ism isms ist ists istic
    """.split()
)
