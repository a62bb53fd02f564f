# ruff: noqa: E501 - a regular expression is read in one piece or not at all
"""What belongs to a page and not to a text: buttons, navigation, advertisements, section headings, link lines.

All rules are of form or of general web wording; none names an outlet.
"""

from __future__ import annotations

import re
from functools import lru_cache

from nutgraf.extract import abroad
from nutgraf.extract.stamps import is_stamp
from nutgraf.text import fold

# Whole lines, folded and without punctuation at either end.
_BUTTONS = frozenset(
    line.strip()
    for line in """
    logo|image|photo|video|audio|gallery|photos|menu|close|open|search|home|news|world|politics|business|sport
    sports|opinion|weather|culture|lifestyle|health|science|technology|tech|travel|entertainment|video player|play
    pause|mute|next|previous|prev|back|skip to content|skip to main content|skip to navigation|skip advertisement
    skip ad|advertisement|advertising|ad|ads|sponsored|sponsored content|paid post|promoted
    story continues below advertisement|article continues below advertisement|story continues below
    article continues below|article continues after advertisement|continue reading below|scroll to continue
    advertisement scroll to continue|share|share this|share this article|share this story|share article
    share full article|share on facebook|share on twitter|share on x|share by email|copy link|copied|link copied
    copy|print|print this article|print this page|print this story|write to us|send to a friend|purchase licensing rights|email|e-mail|email this article|facebook|twitter|x|instagram|linkedin|whatsapp
    telegram|reddit|pinterest|youtube|tiktok|bluesky|threads|flipboard|rss|pocket|tweet|like|save|saved
    save article|save for later|bookmark|gift|gift article|gift this article|listen|listen to this article
    listen to article|listen now|watch|watch live|watch now|live|live updates|breaking|breaking news|get started
    get the app|download the app|download app|download our app|try our ai features|ai features|summarize|summarise
    ai summary|ask ai|translate|text size|font size|a a a|sign in|log in|login|sign up|register|subscribe
    subscribe now|subscribe today|already a subscriber|already a subscriber log in|start your free trial
    create account|create a free account|my account|account|newsletter|newsletters|get our newsletter
    sign up for our newsletter|sign up for our newsletters|join us|donate|donate now|support us
    support our journalism|become a member|manage preferences|cookie settings|cookie preferences|accept|accept all
    accept cookies|reject all|privacy policy|privacy notice|terms of use|terms of service|terms and conditions
    terms|privacy|contact|contact us|about|about us|advertise|advertise with us|careers|jobs|help|faq|faqs|sitemap
    site map|accessibility|corrections|masthead|orange background|background image|placeholder|thumbnail|loading
    title|headline|today's paper|please wait|app store|google play|app-store|play-store|app-storeplay-store|google play app store
    app storegoogle play|teaser|read more|read on|continue reading|read full story|read the full story|read full article
    read the full article|learn more|more|see more|show more|view more|view all|see all|load more|expand|collapse
    show less|view comments|post a comment|leave a comment|add a comment|add comment|write a comment
    join the conversation|start the conversation|be the first to comment|comment|enlarge|enlarge this image
    hide caption|toggle caption|show caption|view image|view gallery|view in full screen|fullscreen|full screen
    back to top|top|return to top|report this ad|why this ad|feedback|report an error|suggest a correction
    your email|your email address|email address|submit|follow|following|follow us|follow us on|unfollow
    notifications|turn on notifications|allow notifications|english|espanol|edition|us edition
    international edition|local|national|international|region|video transcript|transcript|story|article|topic
    the latest|updated|published|editors pick|editor's pick|exclusive|analysis|premium|subscriber only
    subscribers only|members only|free|new|undefined|null|nan|untitled|none
    """.replace("\n", "|").split("|")
    if line.strip()
)
# Headings over what stands after an article; the article is over unless prose goes on below.
_CLOSERS = frozenset(
    line.strip()
    for line in """
    comments|related|related articles|related article|related stories|related story|related news|related topics
    related content|related coverage|related links|related posts|related reading|related video|related videos
    most read|most popular|most viewed|most shared|most recent|popular|popular stories|popular articles
    popular posts|trending|trending now|trending news|trending stories|trending topics|latest|latest news
    latest stories|latest headlines|latest articles|latest posts|recent posts|recent articles|recent stories
    recent news|top stories|top news|top headlines|today's top stories|more news|more stories|more headlines
    more articles|other news|other stories|others also read|also read|also in the news|you may also like
    you might also like|you may have missed|in case you missed it|recommended|recommended for you
    recommended stories|recommended reading|suggested|suggested for you|suggested reading|up next|read next
    what to read next|next article|previous article|next story|further reading|editor's picks|editors' picks
    editors picks|don't miss|dont miss|must read|must reads|keep reading|explore more|discover more
    from around the web|around the web|promoted stories|sponsored stories|sponsored links|from our partners
    partner content|tags|topics|more on this|more on this story|more on this topic|more like this|more to explore
    more to read|more for you|elsewhere on the site|headlines|newsfeed|news feed|in other news|about the author
    about the authors|about the writer|author|share your thoughts|what do you think|join the discussion
    leave a reply|discussion|conversation|footer|follow us|stories you may like|similar articles|similar news
    similar stories|read also|see also
    """.replace("\n", "|").split("|")
    if line.strip()
)
_CLOSER_FORMS = re.compile(
    r"more (?:in|from|on|about) .{2,40}|(?:\d[\d,.]*|no|view|show|see|read|all)(?: all)?(?: \d[\d,.]*)? comments?(?: yet)?"
    r"|comments? \(?\d[\d,.]*\)?|(?:latest|top|trending|popular) (?:in|from|on) .{2,30}|leave a (?:reply|comment).{0,20}"
    r"|(?:get|download|install|try) (?:the|our) .{0,30}\bapps?(?: (?:now|today|for free))?|(?:start|keep) reading now.{0,40}"
)
_FORMS = re.compile(
    "|".join(
        f"(?:{form})"
        for form in (
            r"(?:follow|read|watch|see|view|listen to|catch up on|get|find|check out) (?:live|all|our|more|the latest|the full|full)\b.{0,200}",
            r"(?:follow|read more of|see all of) .{1,40}'s (?:live |full |latest )?(?:coverage|updates|reporting)\b.{0,80}",
            r"(?:read|watch|listen|see|also read|read also|read more|see also|related|more|live|explainer|opinion|analysis|in pictures|in photos)"
            r" ?[:|»›>→-] ?.{3,200}",
            r"(?:click|tap|swipe|scroll|press) (?:here|on|to|through|the|below|above)\b.{0,160}",
            r"(?:sign up|subscribe|register|log in|sign in|join|become|support|donate|download|install|get|try|explore|discover|enable|allow) "
            r"(?:to|for|our|us|now|today|here|free|from|the app|a member|in to|up for|with|newsletter|what \w+ ai)\b.{0,160}",
            r"(?:get|receive|have) .{0,60}\b(?:delivered|straight|sent|direct(?:ly)?) (?:right )?(?:to|in) your (?:inbox|email|phone).{0,80}",
            r"this (?:material|content|article|story) may not be (?:published|reproduced|copied).{0,200}",
            r"(?:follow|like|find|join) (?:us|me|\w+ \w+|\w+) (?:on|at) (?:facebook|twitter|x|instagram|telegram|whatsapp|google news|threads|bluesky|youtube).{0,120}",
            r"(?:reading time|estimated reading time|read time)\W.{0,30}|\d+ ?(?:min|mins|minute|minutes)\.? ?read\b.{0,20}",
            r"(?:listen|listen to this article|watch|play video|play audio|video|audio|duration)\W* ?\d+(?::\d\d)?(?: ?min(?:utes?|s)?)?\W*\d*",
            r"(?:image|photo|slide|page|item) \d+ (?:of|/) \d+|\d+ ?/ ?\d+|\d+ (?:of) \d+",
            r"\d[\d,.]*k? (?:shares?|likes?|views?|reactions?|followers?|retweets?|votes?)(?: .{0,40})?",
            r"(?:tags?|topics?|filed under|categories|category|keywords|posted in|more about) ?[:|-].{0,200}",
            r"(?:have|got) (?:a )?(?:news )?tips?\b.{0,200}|send (?:us )?(?:your )?(?:news )?tips\b.{0,160}",
            r"(?:skip|jump) (?:to|past)\b.{0,60}|end of .{2,60}|back to .{2,30}",
            r"(?:your|this) (?:browser|ad ?blocker)\b.{0,200}|.{0,60}\b(?:enable|turn on) javascript\b.{0,100}",
            r"(?:home|news|world) ?[>»›/|].{0,160}",
            r"(?:©|\(c\)|copyright)\s*(?:\d{4})?.{0,200}",
            r"(?:a (?:message|word) from|presented by|sponsored by|together with|in partnership with|brought to you by|paid for by|from our sponsors?,?) .{2,60}|from our sponsors?|partner content",
            r"our standards: .{0,120}|.{0,160}\bopens (?:in )?(?:a )?new (?:tab|window)",
            r"(?:a|this) version of this (?:article|story|column|report|review) (?:appears|appeared|ran|will appear) in (?:the )?print\b.{0,320}",
            r"(?:order|buy|purchase|get) (?:reprints|licensing rights|this (?:image|photo|picture)|a print)\b.{0,80}|(?:today's paper|e-?edition|print edition)\b.{0,80}",
            r"you have \w+ (?:free )?(?:articles?|stories|reads?) (?:left|remaining)\b.{0,80}",
            r"(?:please )?(?:log in|sign in|register)(?: or \w+(?: \w+)?)* to (?:post|comment|leave|join)\b.{0,60}|forgot(?:ten)? (?:your )?password\b.{0,60}",
            r"(?:begin|continue) reading (?:now|here|below)\b.{0,80}|(?:get|download|install|open) (?:the|our) (?:\w+ ){1,3}app\b.{0,120}",
            r"(?:cast your vote|vote (?:now|in our|below))\b.{0,80}|(?:poll|quiz) ?[:|-] ?.{0,160}",
            r"(?:all )?(?:quotes|(?:market|markets|stock) (?:data|quotes)) (?:are |is )?delayed\b.{0,200}|you are visitor\b.{0,60}|best viewed (?:at|in|with)\b.{0,60}",
            r"\d+ free (?:articles?|stories) (?:left|remaining)\b.{0,60}|(?:unlimited|full) (?:digital )?access (?:from|for)\b.{0,80}|cancel any ?time\b.{0,60}",
            r"(?:letters|obituaries|notices|submissions|contributions) (?:of up to|should (?:be|carry|include)|must (?:be|carry|include)|may be edited)\b.{0,240}",
            r"you(?:'re| are)? (?:get|getting|receive|receiving) this (?:e-?mail |letter |newsletter )?because\b.{0,160}",
            r"https?://\S+|www\.\S+",
            r"@\w{2,30}|#\w{2,40}(?: #\w{2,40})*",
        )
    )
)
_INNER_FORMS = re.compile(
    "|".join(
        f"(?:{form})"
        for form in (
            r".{0,120}\bdownload (?:the |our )?(?:\w+ ){0,3}apps?\b.{0,120}",
            r".{0,80}\b(?:ai|a\.i\.) (?:features?|assistant|chatbot|can do for you)\b.{0,60}",
            r".{0,160}\b(?:sign up for|subscribe to) (?:our|the|\w+'s|my) .{0,40}(?:newsletters?|alerts?|channel|podcast|email).{0,160}",
            r".{0,60}\b(?:we use|uses|this site uses|by (?:using|continuing)|accept(?:ing)?) .{0,60}\bcookies?\b.{0,300}",
            r".{0,80}\ball rights reserved\b.{0,200}",
            r".{0,200}\bnewsletters?\b.{0,200}\bsign up\b.{0,40}|.{0,120}\bget it (?:sent|delivered)\b.{0,60}",
            r".{0,60}\bcan be (?:reached|contacted|e-?mailed) (?:at|by|via|on) \S.{0,120}|(?:e-?mail|contact|write to) \S+ ?\S* ?(?:at|:) \S+@\S+.{0,40}",
            r".{0,160}\bunsubscribe\b.{0,60}|please use .{0,60}\bbrowser\b.{0,80}|\d{1,2}:\d\d|(?:get|enjoy) (?:unlimited|full)\b.{0,60}\baccess\b.{0,100}|if you (?:enjoyed|liked|like|value) (?:this|our|what)\b.{0,200}|get in touch.{0,80}|(?:tell us|let us know|have your say|share your) .{0,140}|(?:have you been|are you|were you) affected .{0,140}",
        )
    )
)
_INNER_WORDS = (
    "app", "ai ", "a.i.", "sign up", "subscri", "cookie", "all rights", "newsletter", "get it", "reached", "contacted", "mail", "write to",
    "browser", ":", "access", "if you ", "get in", "tell us", "let us", "have your say", "share your", "affected",
)  # fmt: skip
"""One of these stands in every line that the inner forms match: looking for words is faster than for forms."""
_LABELLED = re.compile(r"(?:^|(?<=[a-z0-9?!.'’\"”]))(?:[A-Z]{4,}|[A-Z]{2,}(?: [A-Z]{2,})+): ?(?=\S)")
_BAR = re.compile(r"\s*[|·•/]\s*")
_INNER_CLOSER = re.compile(
    r"(?i:(?:read|see|watch|listen)(?: more| also| next)?|also read|related|related (?:articles?|stories|links?|reading)|more on this(?: story| topic)?"
    r"|more from .{2,20}|in case you missed it) ?:"
)
_OFFER = re.compile(
    r"\b(?:subscribe|subscription|member|membership|newsletter|sign up|join|donate|donation|support|trial|register|offer|inbox|poll|quiz|vote)\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:READ MORE|READ ALSO|ALSO READ|SEE ALSO|READ|WATCH|LISTEN|RELATED|MORE|LIVE|EXPLAINER|EXPLAINED|VISUALS|VERIFY|ANALYSIS|OPINION|VIDEO|PHOTOS|IN PICTURES|GALLERY|TIMELINE"
    r"|Read [Mm]ore|Read [Aa]lso|Also [Rr]ead|See [Aa]lso|Read [Nn]ext|Read|Watch|Listen|Related|More|Live|Explainer|Explained|In pictures|In photos|Gallery)"
    r" ?(?::|\||»|›|→|>>?) ?(?=\S)"
)
_PAYWALL = re.compile(
    r"(?:subscribe|sign (?:in|up)|log in|register|become a (?:member|subscriber)|start your (?:free )?trial|create an? (?:free )?account)"
    r" (?:now |today |here )?(?:to|and|for (?:full|unlimited))[^.]{0,40}\b(?:read|continue|unlock|access|keep reading|view|full|unlimited|finish)\b"
    r"|\b(?:this (?:article|story|content|page) is|content) (?:only )?(?:available |reserved |exclusive )?(?:for|to|only for) "
    r"(?:our )?(?:\w+ )?(?:subscribers|members|registered)"
    r"|\byou(?:'ve| have) (?:reached|read|used) (?:your|the|all)[^.]{0,40}\b(?:limit|free articles?)\b"
    r"|^(?:keep|continue) reading (?:for|from|with)\b|\b(?:to (?:continue|keep) reading|continue reading (?:this|the) (?:article|story)|want to read (?:more|on)|unlock (?:this|the) (?:article|story))\b"
    r"|\b(?:subscriber|subscribers|member|members|premium)[- ](?:only|exclusive) (?:article|content|story)\b"
)


_PICTURE = re.compile(
    r"(?:(?:dark|light|pale|bright|deep) )?(?:black|white|gr[ae]y|red|orange|yellow|green|blue|purple|pink|brown|gold)"
    r"(?: and \w{3,8})? (?:\w{3,12} )?(?:background|pattern|texture|gradient|banner|shapes|stripes)"
)
_PAYWALL_WORDS = (
    "subscri",
    "sign ",
    "log in",
    "regist",
    "member",
    "trial",
    "account",
    "reading",
    "to read",
    "unlock",
    "limit",
    "free article",
    "premium",
)


@lru_cache(maxsize=4096)
def is_button(words: str) -> bool:
    """Tell whether a line is a button, label or navigation word of the page."""
    bare = _bare(words)
    return bare in _BUTTONS or bare in abroad.BUTTONS


@lru_cache(maxsize=4096)
def is_closer(words: str) -> bool:
    """Tell whether a line is a heading over what stands after an article ("Most Read", "Related Articles")."""
    bare = _bare(words)
    if is_inner_closer(words):
        return True
    return len(words) <= 60 and (
        bare in _CLOSERS or bare in abroad.CLOSERS or _CLOSER_FORMS.fullmatch(bare) is not None
    )


def is_inner_closer(words: str) -> bool:
    """Tell whether a line heads links in the midst of a text ("Read more:"), after which the text may go on."""
    return len(words) <= 40 and _INNER_CLOSER.fullmatch(words) is not None


@lru_cache(maxsize=4096)
def is_furniture(words: str) -> bool:
    """Tell whether a line is the page's own: a button, an offer, a notice, or links glued into one line."""
    if len(words) > 420:
        return False
    if is_button(words) or is_paywall(words) or _is_bar(words) or is_picture_name(words):
        return True
    if len(label_starts(words)) >= 2:
        return True
    bare = _bare(words)
    return _has_form(bare) and not _speaks(words)


def is_picture_name(words: str) -> bool:
    """Tell whether a line is what a page calls a picture that only decorates ("Dark blue wave pattern")."""
    return len(words) <= 60 and _PICTURE.fullmatch(_bare(words)) is not None


def _has_form(bare: str) -> bool:
    if _FORMS.fullmatch(bare):
        return True
    return any(word in bare for word in _INNER_WORDS) and _INNER_FORMS.fullmatch(bare) is not None


def label_starts(words: str) -> tuple[int, ...]:
    """Return where labels in capitals stand in a line of links glued together ("VIDEO: ...MAPS: ...")."""
    if len(words) > 420 or ":" not in words:
        return ()
    return tuple(found.start() for found in _LABELLED.finditer(words))


def _is_bar(words: str) -> bool:
    """Buttons in a row ("Subscribe | Sign in")."""
    if not any(bar in words for bar in "|·•/"):
        return False
    parts = _BAR.split(words)
    if len(parts) > 1 and any(map(is_button, parts)) and all(is_button(part) or is_stamp(part) for part in parts):
        return True
    menu = len(parts) > 2 and "|" in words and len(words) < 120 and not any(map(str.isdigit, words))
    return menu and all(0 < len(part.split()) <= 3 for part in parts)


def is_offer(words: str) -> bool:
    """Tell whether a furniture line offers a membership, a subscription or a letter."""
    return _OFFER.search(words) is not None


@lru_cache(maxsize=4096)
def is_link(words: str) -> bool:
    """Tell whether a line names another text behind a label ("READ MORE: ...", "Watch: ...")."""
    found = _LINK.match(words)
    return (
        found is not None
        and len(words) <= 220
        and len(words[found.end() :].split()) >= 3
        and not _speaks(words)
        and not words.endswith((".", ":"))
    )


@lru_cache(maxsize=4096)
def is_paywall(words: str) -> bool:
    """Tell whether a line asks for money or an account before the text goes on."""
    if len(words) > 300:
        return False
    folded = fold(words)
    if not any(word in folded for word in _PAYWALL_WORDS):
        return False
    return _PAYWALL.search(folded) is not None and not _speaks(words)


def _speaks(words: str) -> bool:
    """Quoted speech and long prose are a text's own, whatever words they share with buttons."""
    return (
        len(words) > 300
        or words[:1] in '"“‘'
        or re.search(r"\b(?:said|says|told|added|according to)\b", words) is not None
    )


@lru_cache(maxsize=4096)
def _bare(words: str) -> str:
    return fold(words[:420]).strip(" .,:;!?…|>»›→-–—*•[](){}\"'")
