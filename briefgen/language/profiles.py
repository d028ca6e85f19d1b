"""The commonest words of languages, and letters that few others have: enough to tell them apart.

Languages without tables stand here too, lest a text in one of them be taken for a neighbour.
"""

from collections.abc import Mapping
from types import MappingProxyType

COMMONEST: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        tag: frozenset(words.split())
        for tag, words in {
            "en": """
                the and of to a in is for that s it was on are with by from be this an have not as
                will they we at or he but has there who i his which also all you their new people
                were so about she when t more very two these would than one some between can into
                had no many first up what now both other years been year second most after my
            """,
            "fr": """
                de la le et les à en des un pour une a est du que qui sur dans il pas au se ce par
                avec son ne plus sont mais aux vous qu je sa ont été cette on sans ou si entre comme
                lui après deux elle être leur ses tout e ces avoir encore ans bien avait était même
                nous très trois aussi ils sous avant alors mois ainsi moins y
            """,
            "es": """
                de la el que en y a los del un se por las con no para una su al es más lo como ha
                este sus pero fue ya le esta desde son o hasta años porque muy sin hace cuando tanto
                si puede todos también tiene además ser sobre cada qué hay vez han les mayor uno
                tras está entre podría donde menos año me había todo dos luego quien nos ahora
            """,
            "pt": """
                de a e o que do em da para com é no na os um se uma as por não das dos mais ao foi
                são como está ser à ou pela mas já seu nos às pelo sua isso até apenas quando ainda
                há tem estão fazer bem todos também outros entre além será este vai segundo ele
                foram pode contra só ter agora aos ano muito
            """,
            "de": """
                die und der in das mit den ist von auf sie im zu für es ein sich auch nicht eine bei
                wie oder dem werden als des sind dass nach an am ich einen aus wird hat er noch wir
                aber einem nur schon um so ihr über kann vor haben war ihre man einer wenn können
                durch alle zum bis wurde dann zur diese uns sein vom doch mehr
            """,
            "ar": """
                في من على أن إلى عن مع التي ما هذا لا هذه الذي كان إن أو ان ذلك و هو لم وقال قال قبل
                بعد الى كل غير كما أنه أي هي له بين هل منها منذ ولا وفي خلال نحو حول يوم إلا بما وهي
                هناك قد وقد وكان مثل يجب لكن وعلى لن عدد ومن دون يكون أكثر تلك ولم كانت وهو
            """,
            "ru": """
                в и на что по с не за к как из о для это а от его он до то было все уже у также
                более во еще ещё со которые был их но так этом при будет об или который были я мы
                является если того после же они быть будут можно чтобы сегодня без может тем есть
                когда этот где раз только она была очень всех бы
            """,
            # --- without tables of their own ---
            "it": """
                di e il la a in per che un è l i del non si con le ha una della sono dei da al nel
                alla anche dell più ma come delle questo gli se
            """,
            "nl": """
                de van het een in en op is dat met zijn te voor niet die aan maar er om bij ook
                heeft als hij ze nog was ik uit hebben wat zo tot je
            """,
            "ca": """
                de la i que a el per l en d les del un ha una amb els es va no és al més dels hi
                però aquest fer van també després aquesta
            """,
            "ro": """
                de a la în din mai cu nu o pe in şi se pentru care un si ca au fost sa este să ce că
                fi va sunt al am vor lui i
            """,
            "da": """
                og i at er det til på af en med for de har der den som et ikke kan om fra men skal
                så jeg vi også var du ud man sig hvor eller
            """,
            "no": """
                i og er det på av som til for med å at en den har var han ble ein om de seg men fra
                etter dei ikke denne også hadde kan ved eit
            """,
            "sv": """
                i och att det en som på är för med har till inte den ett men av de om jag vi han var
                så kan när sig nu från ska eller
            """,
            "pl": """
                na z i się nie to jest do że o po a co dla ale jak tym od za przez ma ze już też
                oraz które może nawet będzie czy by są w
            """,
            "cs": """
                a se v na je že to s z do o i si ale ve za pro tak už by jsou od k jako má po také
                bude který jen co jeho nebo když
            """,
            "hr": """
                je i u se na su za da a od s koji o će što te iz to kako do ne kao nije ali ili po
                nakon koja zbog koje bi sve sa
            """,
            "hu": """
                a az és hogy is nem egy volt meg csak de már szerint van még magyar ez el ki után
                azt sem kell ha több majd így pedig mint vagy mert aki
            """,
            "et": """
                on ja et ei ka kui see oli aga ning siis oma ta mis seda või nii selle juba kes
                tuleb väga tema veel pole ole pärast
            """,
            "sq": """
                e të në dhe i me një nga për është që më u ka së si se tij edhe ai nuk pas ne te
                shumë ishte janë mund do duke këtë disa tyre prej
            """,
            "tr": """
                ve bir bu i da için ile de olarak veya daha olan her sonra çok ise ne en tarafından
                gibi ya yeni tüm a ancak kadar içinde diğer olduğu
            """,
            "vi": """
                của có là và đã được trong các với một không những người cho để năm nhiều khi ở như
                đó lại tại về cũng phải từ sẽ nhưng
            """,
            "uk": """
                і в у на що з не до за це та про як а він так від я але час ми його тому які для є
                під буде й вже із якщо
            """,
            "be": """
                і ў у на з не што па да як гэта але а за для я пра мы ад якія яго ён калі іх яшчэ
                будзе аб гэтым так ці зь ня больш
            """,
            "bg": """
                на и в за е от да се с че не са по си ще това като но а които има през много до най
                след може го още само
            """,
            "sr": """
                и је у да на се за су од о а из са који не као то би која што али до које ће све
                тако само када он како
            """,
            "fa": """
                و در به از را با که است اين می این های ها آن شود كه کرد بر شده شد بود برای مي خود وی
                تا گفت هم کند باشد ای
            """,
            "ur": """
                کے میں کی سے نے کو اور ہے کا پر کہ ہیں اس کر بھی کیا نہیں کہا ہو انہوں ایک کیلئے
                کرنے گیا ہوئے دیا گئے گئی لئے جو رہے ان
            """,
        }.items()
    }
)
"""The commonest words of each language, by its tag; the first languages have tables."""

TELLING: Mapping[str, str] = MappingProxyType(
    {
        "ru": "ыэ",
        "uk": "їєґі",
        "be": "ўі",
        "sr": "ћђјљњџ",
        "es": "ñ",
        "pt": "ã",
        "de": "ß",
        "fr": "êœ",
        "ar": "ةى",
        "fa": "پچژگ",
        "ur": "ٹڈےڑں",
        "ro": "țşșţ",
        "pl": "łęśż",
        "cs": "řě",
        "tr": "ışğ",
        "et": "õäü",
    }
)
"""Letters that speak for a language, as strongly as one of its commonest words."""
