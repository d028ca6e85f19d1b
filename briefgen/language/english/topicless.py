"""Words that name no theme, however often they are used: times, numbers, how things are said.

They count when sentences are weighed, unlike stop words; but nobody would search for them.
"""

LINKS = frozenset("of de du des la le del di da van von der den al el for".split())
"""Small words that may stand inside a name or a term: `blockade of Bamako`."""

TOPICLESS = frozenset(
    """
    accord according account add added adding additional additionally adds advised agree agreed
    allow allowed amount announce announced announcing april argue argued ask asked asking august
    available ave based beginning believe believed best better big bit bring bringing broad brought
    call called calling calls came case cases century certain change changed claim claimed clear
    clearly close come comes coming continue continued continues continuing current currently
    date dates day days december decade decades despite described different difficult earlier
    early e.g. eight eighteen eighty effectively eleven end ended ends entire especially est etc
    evening example expect expected explain explained fact february feel felt fifth fifty find
    finding finds five follow followed following forced former forty found four fourth friday
    fully gave general generally get gets getting give given gives giving go goes going gone good
    got great greater growing half happen happened hard help helped helping hey high higher
    highly hold holding hour hours hundred hundreds i.e. immediately importance important include
    included includes including increase increased increasing increasingly intended involved
    january jr july june keep keeping kept key kind knew know known large largely larger largest
    last late later latest latter lead leading leave leaving led left level like likely line
    long longer look looked looking lot low lower main mainly major making march matter maximum
    mean means meant meet member members mid middle million millions billion billions minimum
    minute minutes moment monday month monthly months morning move moved moving name named names
    near nearby nearly need needed needs new newly nine nineteen ninety night note noted notes
    notable november number numbers october offer offered old older open opened ordered
    overall pace paid part particular particularly parts past people percent place placed places
    plan planned possible possibly potential potentially present previous previously prior
    probably provide provided provides providing publish published put question quickly quite
    reach reached read ready reason reasons recent recently remain remained remaining remains
    report reported reportedly reporting reports response result results return returned right
    rise run running said saturday saw second seconds section see seeing seek seeking seen sent
    september set seven seventeen seventy show showed showing shown shows sign significant
    significantly similar similarly simply single sir six sixteen sixty small smaller soon
    sought source sources speaking specific spoke start started starting state stated statement
    stay step stop stopped story sunday sure take taken takes taking ten tens term terms thing
    things think thinking third thirty thought thousand thousands three thursday time times today
    tomorrow took top total tried try trying tuesday turn turned twelve twenty twice two type
    unlikely use used uses using usually various warned want wanted wants way ways wednesday week
    weekend weekly weeks went word words work worked working write wrote year years yesterday
    yesterday’s young zero
    aren couldn didn doesn don hadn hasn haven isn shouldn wasn weren won wouldn ll re ve
    """.split()
)
"""Words of times, counts, talk and degree, folded."""

ARTICLES = frozenset(
    """
    a an the its his her their our this these those each every no
    of in on with from against between under
    """.split()
)
"""Words straight after which a noun stands, or what qualifies one."""
