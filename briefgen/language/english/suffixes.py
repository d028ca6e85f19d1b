"""What English adds to a stem, be it to inflect a word or to derive another of the same family."""

SUFFIXES = tuple(
    """
    e s es ed d ing er ers or ors y ies ied al ally ly
    ion ions ation ations ment ments ance ence ent ents ant ants ness
    ate ates ated ating ator ators ative ive ives
    ize izes ized izing ization ise ises ised ising isation
    ity ities ic ics ical able ible ful less ous ism ist ists
    """.split()
)
