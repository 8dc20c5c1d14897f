"""The words after which a name comes, in the languages we can do well.

CASED scripts write names with a capital; where a script has no capitals, a name is taken to be one
word, or two.
"""

CASED = (
    r"my (?:full |first |last )?name(?: is|['’]s)", r"i am called", r"i['’]m called",
    r"je m['’]appelle", r"je me nomme", r"mon (?:pré)?nom(?: complet)? (?:est|c['’]est)",
    r"me llamo", r"mi nombre(?: completo)? es",
    r"(?:o )?meu nome é", r"me chamo", r"chamo-me",
    r"mi chiamo", r"il mio nome è",
    r"ich hei(?:ß|ss)e", r"mein name ist",
    r"mijn naam is", r"ik heet",
    r"nazywam się", r"mam na imię",
    r"mă numesc", r"numele meu este", r"mă cheamă",
    r"меня зовут", r"мо[её] имя",
    r"мене зовуть", r"мене звати", r"моє ім['’ʼ]я",
    r"με λένε", r"ονομάζομαι",
    r"benim adım", r"ismim",
    r"tôi tên(?: là)?", r"tên tôi là",
    r"ang pangalan ko (?:po )?ay", r"ako (?:po )?si",
    r"magacaygu wa(?:a|xaa)", r"waxaa la i yiraahdaa",
    r"jina langu ni", r"naitwa",
)  # fmt: skip
UNCASED = (
    r"[اإ]سمي", r"أدعى",
    r"نام من", r"اسم من", r"اسمم", r"نامم",
    r"میرا نام", r"زما نوم", r"ناوی من",
    r"मेरा नाम", r"मेरो नाम", r"ਮੇਰਾ ਨਾ(?:ਂਅ|ਂ|ਮ)", r"আমার নাম", r"મારું નામ",
    r"என் பெயர்", r"எனது பெயர்",
    r"[ስሽ]መይ", r"ስሜ",
    r"שמי", r"קוראים לי",
    r"제 이름은", r"내 이름은",
)  # fmt: skip
UNSPACED = (r"我(?:的名字)?叫(?:做|作)?", r"我(?:的名字|名字)是", r"我姓", r"(?:私|わたし)の名前は")
NO_NAME = r"(?:not|no|pas|nicht|не|ليس|لا)"
