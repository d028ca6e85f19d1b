"""Scraped furniture goes, real reporting stays, however alike the two look."""

from pathlib import Path
from time import perf_counter

import pytest

from briefgen.model import Document, Source
from briefgen.read.furniture import LINK
from briefgen.read.phrases import PHRASES
from briefgen.read.text import document, read

SEEDS = Path(__file__).resolve().parent.parent / "seeds"

FURNITURE = {
    "read-time line": """
        3 min read
        - 3 min read
        4-minute read
        5 minutes to read
        Reading time: 4 minutes
        Estimated reading time: 7 mins
    """,
    "subscription line": """
        🔓FREE ACCESS
        Please consider becoming a paid subscriber
        Consider supporting our work with a subscription.
        Subscribe
        Subscribe now
        Subscribe to The New York Sun
        Subscribe for free to receive new posts and support my work.
        Sign up for our daily newsletter
        Sign up to get the latest from Africa.
        Sign in
        Log in to continue
        Already a subscriber? Log in
        Already have an account? Sign in
        Become a member today
        Get our free newsletter in your inbox every morning.
        Get the latest news delivered to your inbox
        This post is for paid subscribers
        Thanks for reading The Sahel Brief! Subscribe for free.
        The Sahel Brief is a reader-supported publication. To receive new posts, subscribe.
        Type your email…
        Your email address will not be published.
        To continue reading, subscribe or log in.
        You have 3 free articles left this month
        Create a free account
        Start your free trial
        Newsletter sign-up
        Discover more from The Sahel Brief
        Download our app
        Open in app
    """,
    "mail line": """
        View this email in your browser
        View in browser
        Read this newsletter online
        Having trouble viewing this email? Click here.
        Unsubscribe
        Click here to unsubscribe from this list.
        To stop receiving these emails, unsubscribe here.
        Update your preferences or unsubscribe
        Manage your email preferences
        You are receiving this email because you signed up on our website.
        This email was sent to desk@example.org
        Was this forwarded to you? Sign up here.
        Please add letter@example.org to your address book
        Our mailing address is: 1 Harbour Street, Lindholm
        -----Original Message-----
        Begin forwarded message:
        On Tue, 3 Mar 2026 at 10:00, Harbour Desk <desk@example.org> wrote:
        Sent from my iPhone
    """,
    "donation line": """
        You can also donate.
        Donate
        Donate now
        Donate to support our work.
        Donate now to support independent reporting on the Sahel
        Please support independent journalism.
        Support us
        Make a one-time contribution today
        Buy me a coffee
        We need your support to keep going.
    """,
    "publication line": """
        Published
        Published 4 November 2025
        Published: Nov 4, 2025, 10:15 a.m. GMT
        Posted on November 4, 2025
        Last updated 3 hours ago
        Updated: 2025-11-04 10:15 UTC
        As published on The Soufan Center’s IntelBrief on 04 November 2025
        This article was originally published on The Conversation.
        Originally published by The Conversation, 2025
        First published in Le Monde Afrique
    """,
    "byline": """
        By Jane Doe
        BY JANE DOE AND JOHN ROE
        By Jane Doe, Africa Correspondent
        By Jean-Pierre de la Tour | Reuters
        By Our Correspondent
        By AFP
        Written by Jane Doe
        Reporting by Jane Doe and John Roe; Editing by Richard Miles
        Additional reporting by Jane Doe in Bamako
    """,
    "picture credit": """
        Photo: AFP
        Image credit: Reuters/Jane Doe
        (Photo by Jane Doe/AFP via Getty Images)
        Photo by Jane Doe
        Getty Images
        AP Photo/Jane Doe
        Jane Doe/Reuters
        File photo
        Smoke rises over Bamako on Monday [File: Jane Doe/Reuters]
        Soldiers patrol a street in Kati, Mali, on Nov. 4, 2025. (AP Photo/Jane Doe)
        A tanker burns near Kati. (Photo: Jane Doe)
        Illustration: The Sun
        Image source
        Image source, Getty Images
        Image caption, Soldiers near Kati on Monday
    """,
    "share bar": """
        Share
        Share this article
        Share on Facebook
        Click to share on Facebook (Opens in new window)
        Click to email a link to a friend
        Facebook Twitter LinkedIn WhatsApp
        Share on X | Share on Telegram
        Tweet
        Copy link
        Print this page
        Email this to a friend
        1.2K Shares
        Follow us on X @sahelbrief
        Follow The Sun on Facebook
        Join our Telegram channel
        Like us on Facebook
    """,
    "link line": """
        Read more: Mali junta dissolves parties
        Also read | Niger expels envoy
        Related: Burkina Faso army claims gains
        Watch: Drone footage of the convoy
        Read the full story here
        Learn more about our work.
        Click here to read more
        Continue reading
        Skip to main content
        Back to top
        Load more stories
        Next article: Niger's gamble
        Home > World > Africa
        Tags: Mali, JNIM, Sahel
        Filed under Africa
        Menu
        Listen to this article
        In this article
    """,
    "heading of a link list": """
        Related articles
        Read more
        More from Foreign Policy
        You may also like
        Most popular
        Trending now
        Latest news
        Editor’s picks
    """,
    "cookie notice": """
        We use cookies to improve your experience on our website.
        We value your privacy
        We and our 842 partners store and access information on a device.
        Strictly necessary cookies
        Your privacy choices
        By clicking “Accept all”, you agree to the storing of cookies on your device.
        Accept all cookies
        Cookie settings
        Manage your privacy settings
        By continuing to use this site, you agree to our use of cookies.
        Please enable JavaScript to view this page.
        This site is protected by reCAPTCHA and the Google Privacy Policy applies.
    """,
    "legal line": """
        © 2025 The New York Sun. All rights reserved.
        Copyright 2025 The Sahel Brief
        All rights reserved.
        Privacy Policy | Terms of Use
        This material may not be published, broadcast, rewritten or redistributed.
        Republished under a Creative Commons licence.
        The views expressed in this article are the author’s own.
    """,
    "advertisement": """
        Advertisement
        ADVERTISEMENT
        Sponsored content
        Sponsored by Acme
        Story continues below advertisement
        Scroll down to continue
        This article contains affiliate links, for which we may be paid.
    """,
    "comment prompt": """
        Leave a comment
        3 Comments
        Comments (12)
        No comments yet
        Comments are closed.
        Join the conversation
        Be the first to comment!
        What do you think? Let us know in the comments below.
    """,
    "page number": """
        12
        Page 3 of 10
    """,
    "footnote": """
        [1] https://t.me/example/12345; https://www.example.org/a
        [2] https://www.example dot com/posts/1
        [iv] Ibid., p. 12.
        [3] Smith, John. “The Group.” The Example, May 2023. https://www.example.org/x.
    """,
    "ornament": """
        * * *
        ————
        ___
        🔓
    """,
}

REAL = """
[12] The court held that the blockade was lawful.
Related violence in Niger killed 12 people.
Share prices fell.
Shares of Barrick Gold fell 3 percent in Toronto.
The group urged supporters to donate.
Published reports say the convoy was hit.
Published in 2019, the report says the convoy was hit.
Join us or die, the militants told villagers.
“Join us,” the recruiters told the boys.
“We need your help,” a nurse in Kati pleads.
“Subscribe to our cause or leave,” a commander said.
Donate blood, the Red Cross urged residents of Bamako.
Donations to the army rose after the attack.
Subscribers to the state fuel scheme received nothing.
Subscription to the militia is voluntary.
Sign up for the army, recruiters told young men in Bamako.
Free access to the port was the price of the deal.
Free access for aid convoys remains the main demand.
Premium fuel ran out first.
Consider the case of Kayes, a city under siege.
Become a member of JNIM or leave, villagers were told.
Already a member of the alliance, Niger left ECOWAS.
Support for the junta is falling.
Support us, the general asked the crowd.
Posted to Kidal in 2012, the colonel never returned.
Updated figures put the toll at 40.
Originally published figures were wrong, the ministry said.
First published as a decree in May, the law bans parties.
By Monday, 12 people were dead.
By Monday Night Bamako Had No Fuel
By the River Niger, women sell dried fish.
By air and by road, troops reached Gao.
By Sunday
Reporting by Reuters found that 12 tankers burned.
Written by exiled officers, the letter names eight generals.
Photos of burning trucks spread online.
A photo by AFP shows the wreck.
Image matters to the junta.
Getty Images withdrew its photographer from Mali.
AP reported that the convoy burned.
Militants of the Macina Liberation Front (FLM/JNIM) burned the depot (12 tankers).
The ministry confirmed the toll (AFP).
BAMAKO, Nov. 4
BAMAKO, Mali
Share of the vote: 84 percent.
Facebook said it had removed 40 pages.
Twitter users in Mali mocked the general.
Telegram channels close to Wagner denied the loss.
Email records show that the colonel knew.
Print runs of the state daily fell to 2,000.
Follow the money, an investigator said.
Like Niger, Mali has left the bloc.
Find us a road that is safe, drivers say.
Read in full, the accord gives Kidal autonomy.
Reading time has fallen in Malian schools.
More from the army is expected on Monday.
More stories of torture emerged from Moura.
Most read the letter in silence.
Most popular leaders were jailed.
Related groups fight in Benin.
Watch towers line the road to Ségou.
Listen to the drivers and a different picture emerges.
Click, and the phone of a fighter sends its position.
Next, the militants turned to Kayes.
Back to the barracks, the crowd shouted.
Home to 3 million people, Bamako has no fuel.
Home > the army’s slogan went < was never answered.
Tags on the wreck named a Turkish firm.
Topics of the talks were fuel and prisoners.
Trending downward for a decade, cotton exports collapsed.
Latest figures show that 88 percent lack care.
Editors of three papers were arrested.
We use what we have, a doctor said.
Cookies and bread ran out in Kayes.
By using drones, the army and its allies accept civilian deaths.
By continuing the siege, JNIM hopes that residents agree to its terms.
Copyright law in Mali is weak.
All rights were suspended by decree.
All rights reserved to the state by the mining code were sold.
Privacy is rare in the camps.
The views expressed by the junta alarmed Washington.
This material may be uranium, inspectors said.
Reprinted banknotes flooded the market.
Sponsored by Moscow, the militia grew.
Advertisements for fuel vouchers fill the market.
Scroll down the list of the dead and a pattern emerges.
Comments by the general angered Algiers.
Comments are dangerous in Bamako, a student said.
No comment came from the ministry.
Leave a comment and you may be jailed, a blogger warned.
Join the conversation of exiles and you hear despair.
12 tankers burned.
12 dead
2012
November 4, 2025
Page 3 of the letter names eight generals.
Thanks for nothing, a trader told the minister.
You have 3 options, the mediator told both sides.
Get our boys home, the mothers chanted.
Minutes later the depot burned.
Image source code leaked
Unsubscribing from the state fuel scheme is impossible.
Opt out of the franc, an economist advised.
Stop receiving fuel from Niger, the junta ordered.
This message was sent to the junta by Algiers.
You are receiving what you deserve, the general told them.
View this issue as a warning, diplomats in Bamako advised.
On Nov. 4, 2025, the general wrote:
Change options are few in Bamako.
Privacy choices differ from camp to camp.
Possible Scenarios
Historical Context: From Democracy to Chaos
Bottom Line Up Front
Why It Matters for Washington
"""


def lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


def text_document(text: str) -> Document:
    return document(Source("a.txt", "", b""), text)


def dropped(found: Document) -> list[tuple[str, str]]:
    return [(one.reason, found.text[one.start : one.end]) for one in found.dropped]


@pytest.mark.parametrize(
    ("reason", "line"),
    [(reason, line) for reason, table in FURNITURE.items() for line in lines(table)],
)
def test_furniture_goes_for_its_own_reason_and_what_stands_around_it_stays(
    reason: str, line: str
) -> None:
    found = text_document(f"The army left the town at dawn.\n{line}\nThe fuel ran out.\n")
    assert [one[0] for one in dropped(found)] == [reason]
    assert [found.text[one.start : one.end] for one in found.blocks] == [
        "The army left the town at dawn.",
        "The fuel ran out.",
    ]


@pytest.mark.parametrize("line", lines(REAL))
def test_real_reporting_that_looks_like_furniture_stays(line: str) -> None:
    found = text_document(f"The army left the town at dawn.\n{line}\nThe fuel ran out.\n")
    assert dropped(found) == []


SEED_FURNITURE = {
    "001_88ee1ea33ea1705b.txt": """
        🔓FREE ACCESS
        Please consider becoming a paid subscriber
        You can also donate.
        As published on The Soufan Center’s IntelBrief on 04 November 2025
    """,
    "002_66301c8264d32b0a.txt": """
        Terrorism in Mali: Al-Qaeda Targets “Dozo” Hunters with Drones
        Warnings of Escalating Terrorism in Mali After European Troops Withdraw
    Mali Between Fuel Crisis and Expanding Terrorism: Is Al-Qaeda Approaching the Gates of Bamako?
        Terrorism Under the Hammer of Allies in Somalia
        Terrorism in the Sahel: Mali Accuses Ukraine and Warns the West
        Mali accuses Algeria of supporting “international terrorism”: diplomatic showdown at the UN
        Political Divisions Cast a Shadow over Counterterrorism Efforts in Somalia
        Somalia’s “Danab” Unit: From Counterterrorism to Accusations of Theft
        Continued Terrorism Confrontation by Somalia Against Al-Shabaab
        Somalia… Fiery Messages from the Presidency about the War on Terrorism
        Al-Shabaab Nearing the End, Somali Army Defeats Terrorism
        The war on terrorism in Somalia; Tools and 3 scenarios
        Somalia: Political crisis and terrorism
        Killing of Financial Leaders: A Major Blow to Al-Shabaab’s Funding Network in Somalia
    """,
    "004_6ad14dd2db22c667.txt": """
        Published
        3 min read
    """,
}


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_of_the_seeds_all_furniture_goes_and_every_other_word_stays(path: Path) -> None:
    found = read(Source(path.name, "", path.read_bytes()))
    expected = lines(SEED_FURNITURE.get(path.name, ""))
    assert [text for _, text in dropped(found)] == [line for line in expected if line]
    kept = " ".join(found.text[one.start : one.end] for one in found.blocks).split()
    gone = [word for text in expected for word in text.split()]
    markers = [word for word in found.text.split() if word == "-"]
    assert sorted([*kept, *gone, *markers]) == sorted(found.text.split())


TITLES = [
    "Mali Junta Dissolves All Political Parties",
    "Niger Expels Envoy After Uranium Dispute",
    "Burkina Faso Army Claims Gains in North",
    "Somalia: A War Without an End",
]
PARAGRAPH = "The army left the town at dawn on Monday."


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (PARAGRAPH + "".join(f"\n-\n{one}" for one in TITLES[:1]) + f"\n{PARAGRAPH}", 1),
        (PARAGRAPH + "".join(f"\n-\n\n{one}" for one in TITLES) + f"\n\n{PARAGRAPH}", 4),
        (PARAGRAPH + "".join(f"\n•\n{one}" for one in TITLES), 4),
        (PARAGRAPH + "".join(f"\n- {one}" for one in TITLES[:3]) + f"\n{PARAGRAPH}", 3),
        (PARAGRAPH + "\nRelated articles\n" + "\n".join(TITLES), 4),
        (PARAGRAPH + "\nRelated articles\n- mali junta dissolves parties\n" + PARAGRAPH, 1),
        (PARAGRAPH + "\nRead more\n" + "\n".join(TITLES) + f"\n{PARAGRAPH}", 3),
        (PARAGRAPH + "\n" + "\n3 min read\n".join(TITLES), 4),
        (PARAGRAPH + "\n" + "\n".join(TITLES[:2]) + f"\n{PARAGRAPH}", 0),
        ("\n".join(TITLES), 0),
        (PARAGRAPH + "".join(f"\n- {one}" for one in TITLES[:2]) + f"\n{PARAGRAPH}", 0),
        ("The bloc has three members:\n- Mali\n- Burkina Faso\n- Niger", 0),
        ("The plan asks the bloc:\n- to pool its armies in the north\n- to share all fuel", 0),
        ("The plan has steps:\n-\nThe army leaves the town.\n-\nThe bloc pays for it.", 0),
        ("JNIM wants three things:\n- Fuel\n- Roads open to its trucks\n- Tax", 0),
    ],
)
def test_titles_of_other_articles_go_and_lists_of_the_report_stay(text: str, links: int) -> None:
    reasons = [reason for reason, _ in dropped(text_document(text))]
    assert reasons.count(LINK) == links


@pytest.mark.parametrize(
    "seed", ["By A-", "& terms ", "a > ", "AFP A ", "1.1.", "via (AFP/", "Share on x ", "° ", "- "]
)
def test_no_line_keeps_the_patterns_busy(seed: str) -> None:
    for line in (seed * (400 // len(seed)), "Published " + seed * 40, (seed * 60)[:398] + ".x"):
        began = perf_counter()
        for pattern in PHRASES.values():
            pattern.fullmatch(line[:400])
        assert perf_counter() - began < 0.5
