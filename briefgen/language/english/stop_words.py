"""English words that carry no topic."""

STOP_WORDS = frozenset(
    """
    a about above across after afterwards again against ago all almost alone along already also
    although always am amid among an and another any anyone anything are aren around as at away
    back be became because become becomes been before behind being below beside besides between
    beyond both but by can cannot could couldn did didn do does doesn doing don done down during
    each either else enough even ever every everyone everything few for from further had hadn has
    hasn have haven having he hence her here hers herself him himself his how however if in indeed
    instead into is isn it its itself just least less let like likely ll made make makes many may
    me meanwhile might mine more moreover most mostly mr mrs ms much must my myself neither never
    nevertheless next no nobody none nor not nothing now of off often on once one only onto or
    other others otherwise our ours ourselves out over own per perhaps quite rather re really
    same say saying says said seem seemed seems several she should shouldn since so some someone
    something sometimes still such than that the their theirs them themselves then there thereby
    therefore these they this those though through throughout thus to together told tells tell
    too toward towards under until up upon us ve very via was wasn we well were weren what
    whatever when where whereas whether which while who whoever whole whom whose why will with
    within without won would wouldn yet you your yours yourself
    """.split()
)
