"""English abbreviations, by what may follow them."""

ABBREVIATIONS = frozenset(
    """
    mr mrs ms messrs mme mmes mlle dr drs prof profs rev fr hon st ste sts mt mts ft sr jr esq
    gen gens lt col cols maj capt cpl sgt sgts pvt spc pfc cmdr comdr adm brig insp supt det
    amb gov govs sen sens rep reps pres asst assoc ph
    jan feb apr jun jul aug sep sept oct nov dec tue tues thu thur thurs
    inc corp co cos ltd plc llc bros assn dept depts univ inst govt natl intl mfg
    ave blvd rd hwy rte bldg apt tel ext
    ala ariz ark calif colo conn fla kan ky md mich minn mont neb nev okla penn tenn tex va vt
    wis wyo
    approx etc cf al vs ca viz eds trans vol vols km kg lb lbs oz yr yrs hr hrs
    """.split()
)
"""Words that a stop does not end a sentence after, unless a word follows that opens one."""

NUMBERED = frozenset(
    """
    abbrev acct addr amdt amend ann annot app appx arr art arts assy auth avg ch chap chaps chs circ
    cl cls clas cmd cons def dep deps dim dims div divs doc docs ed edn encl equiv equivs est esp ex
    exc excl exec exh exp exps fasc fax fig figs fl fol fr freq fri ga gal gals hist ill illus
    illust incl ind info int introd iss kw lat lect lev lib lic lin ln loc log mar max mem memo min
    mins misc mm mo mod mon mos ms mss msgr mun mw nat no nos num obj occ op ops opp ord orig par
    para paras parag pars pat perf pg pgs pl pls pop pos posn pp pref prelim prelims prep pres prob
    proc procs prod prof prop props prov pt pts pub publ qtr qty qu rec recs ref refs reg regs regul
    repr req res resol resp ret rev rm rms rs sat sc sch sched scheds schedl sec secs sect sects seq
    ser spec specs sq stat stats std sub subch subd subdiv subpar subpara subparas subpart subsec
    subsecs subsect suff sun sup supp suppl syn tab tabs tbl temp temps text tit tot tr transl treas
    ut var ver vers wed wk wks wt
    """.split()
)
"""Words that a stop ends no sentence after where a number follows, though it may elsewhere.

Those of five letters and fewer are here that are words too; any other that short counts as an
abbreviation before a number in any case, so the rest are the longer ones and the commonest.
"""

TITLES = frozenset(
    """
    Ald Alds Archbp Archd Atty Attys Bde Bdr Bn Bp Bns Brig Btn Btry Bty Cdr Cdre Cdt Chas Chf Chmn
    Cllr Clr Cmdt Cmndr Comdr Comdt Commr Comr Cong Const Cons Coun Coy Cpls Ctr Dep Dir Dirs Dist
    Div Divs Doc Ed Edw Eng Engr Ens Esq Ex Exc Exec Fld Flt Gd Geo Gnr Gp Grp Hosp Hts Inf Insps
    Intnl Isl Isls Jas Jct Jos Jud Just Justs Lce Ldg Ldr Lieut Lk Mfr Mgr Min Mne Mons Msgr Mtn
    Mtns Mun Nr Ofc Ofcr Op Ops Pat Patr Parl Pen Pk Plt Prin Prov Pt Pte Pts Pub Rabb Rcts Regt
    Regts Rgt Riv Robt Sec Secy Sect Sgts Sol Sp Spec Sqdn Sqn Supts Thos Tpr Treas Twp Ven Vic
    Visc Vlg Wg Wm Wng
    """.split()
)
"""Ranks, titles and words of names that are shortened: with their capital, and a name behind them,
a stop ends no sentence after them."""
