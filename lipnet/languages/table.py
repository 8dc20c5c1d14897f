"""The registry itself, one language a line, grouped by where they are spoken.

Names are CLDR's unless people here use another. A language CLDR does not know (aii, cr, din, haz,
ksw, oj, pdt, prs, tet) borrows the dates and numbers of a neighbour its readers know.
"""

from lipnet.languages import plurals as p
from lipnet.languages.language import Language

ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
BENGALI_DIGITS = "০১২৩৪৫৬৭৮৯"
BURMESE_DIGITS = "၀၁၂၃၄၅၆၇၈၉"
DEVANAGARI_DIGITS = "०१२३४५६७८९"
TIBETAN_DIGITS = "༠༡༢༣༤༥༦༧༨༩"
LATIN_DIGITS = "0123456789"


def _row(
    tag: str,
    endonym: str,
    english: str,
    french: str,
    script: str = "Latn",
    plural: str = p.ONE_IS_SINGULAR,
    *,
    locale: str = "",
    digits: str = LATIN_DIGITS,
    tall: bool = False,
) -> Language:
    folder = tag.replace("-", "_")
    return Language(
        tag=tag,
        endonym=endonym,
        english=english,
        french=french,
        script=script,
        plural_forms=plural,
        babel_locale=locale or folder,
        catalogue=folder,
        digits=digits,
        line_height="tall" if tall else "normal",
    )


_CANADA = (
    _row("en", "English", "English", "anglais"),
    _row("fr", "Français", "French", "français", plural=p.FRENCH),
    _row("cr", "ᓀᐦᐃᔭᐍᐏᐣ", "Cree", "cri", "Cans", locale="en"),
    _row("iu", "ᐃᓄᒃᑎᑐᑦ", "Inuktitut", "inuktitut", "Cans", p.HEBREW),
    _row("oj", "ᐊᓂᔑᓈᐯᒧᐎᓐ", "Ojibwe", "ojibwé", "Cans", locale="en"),
    _row("pdt", "Plautdietsch", "Low German (Plautdietsch)", "bas allemand", locale="de"),
)

_MIDDLE_EAST_AND_CENTRAL_ASIA = (
    _row("ar", "العربية", "Arabic", "arabe", "Arab", p.ARABIC),
    _row("aii", "ܣܘܪܝܬ", "Assyrian", "assyrien", "Syrc", locale="en"),
    _row("az", "Azərbaycan", "Azerbaijani", "azerbaïdjanais"),
    _row(
        "ckb", "کوردی (سۆرانی)", "Kurdish (Sorani)", "kurde (sorani)", "Arab", digits=ARABIC_DIGITS
    ),
    _row(
        "fa",
        "فارسی",
        "Persian",
        "persan",
        "Arab",
        p.ZERO_AND_ONE_ARE_SINGULAR,
        digits=PERSIAN_DIGITS,
    ),
    _row(
        "haz",
        "هزارگی",
        "Hazaragi",
        "hazaragi",
        "Arab",
        p.ZERO_AND_ONE_ARE_SINGULAR,
        locale="fa_AF",
        digits=PERSIAN_DIGITS,
    ),
    _row("he", "עברית", "Hebrew", "hébreu", "Hebr", p.HEBREW),
    _row("hy", "Հայերեն", "Armenian", "arménien", "Armn", p.ZERO_AND_ONE_ARE_SINGULAR),
    _row("ka", "ქართული", "Georgian", "géorgien", "Geor"),
    _row("kk", "Қазақ тілі", "Kazakh", "kazakh", "Cyrl"),
    _row("kmr", "Kurdî (Kurmancî)", "Kurdish (Kurmanji)", "kurde (kurmandji)", locale="ku"),
    _row("ky", "Кыргызча", "Kyrgyz", "kirghize", "Cyrl"),
    _row("mn", "Монгол", "Mongolian", "mongol", "Cyrl"),
    _row(
        "prs",
        "دری",
        "Dari",
        "dari",
        "Arab",
        p.ZERO_AND_ONE_ARE_SINGULAR,
        locale="fa_AF",
        digits=PERSIAN_DIGITS,
    ),
    _row("ps", "پښتو", "Pashto", "pachto", "Arab", digits=PERSIAN_DIGITS),
    _row("tg", "Тоҷикӣ", "Tajik", "tadjik", "Cyrl", locale="ru"),
    _row("tk", "Türkmen dili", "Turkmen", "turkmène"),
    _row("tr", "Türkçe", "Turkish", "turc"),
    _row("ug", "ئۇيغۇرچە", "Uyghur", "ouïghour", "Arab"),
    _row("uz", "Oʻzbekcha", "Uzbek", "ouzbek"),
    _row("yi", "ייִדיש", "Yiddish", "yiddish", "Hebr"),
)

_SOUTH_ASIA = (
    _row(
        "bn",
        "বাংলা",
        "Bengali",
        "bengali",
        "Beng",
        p.ZERO_AND_ONE_ARE_SINGULAR,
        digits=BENGALI_DIGITS,
    ),
    _row("bo", "བོད་སྐད་", "Tibetan", "tibétain", "Tibt", p.ONE_FORM),
    _row("dz", "རྫོང་ཁ", "Dzongkha", "dzongkha", "Tibt", p.ONE_FORM, digits=TIBETAN_DIGITS),
    _row("gu", "ગુજરાતી", "Gujarati", "gujarati", "Gujr", p.ZERO_AND_ONE_ARE_SINGULAR),
    _row("hi", "हिन्दी", "Hindi", "hindi", "Deva", p.ZERO_AND_ONE_ARE_SINGULAR),
    _row("kn", "ಕನ್ನಡ", "Kannada", "kannada", "Knda", p.ZERO_AND_ONE_ARE_SINGULAR),
    _row("ml", "മലയാളം", "Malayalam", "malayalam", "Mlym"),
    _row("mr", "मराठी", "Marathi", "marathi", "Deva", digits=DEVANAGARI_DIGITS),
    _row("ne", "नेपाली", "Nepali", "népalais", "Deva", digits=DEVANAGARI_DIGITS),
    _row("pa", "ਪੰਜਾਬੀ", "Punjabi", "pendjabi", "Guru", p.ZERO_AND_ONE_ARE_SINGULAR),
    _row(
        "pa-Arab",
        "پنجابی",
        "Punjabi (Shahmukhi)",
        "pendjabi (shahmukhi)",
        "Arab",
        p.ZERO_AND_ONE_ARE_SINGULAR,
        digits=PERSIAN_DIGITS,
        tall=True,
    ),
    _row("sd", "سنڌي", "Sindhi", "sindhi", "Arab", digits=ARABIC_DIGITS),
    _row("si", "සිංහල", "Sinhala", "cingalais", "Sinh", p.ZERO_AND_ONE_ARE_SINGULAR),
    _row("ta", "தமிழ்", "Tamil", "tamoul", "Taml"),
    _row("te", "తెలుగు", "Telugu", "télougou", "Telu"),
    _row("ur", "اردو", "Urdu", "ourdou", "Arab", tall=True),
)

_EAST_ASIA_AND_PACIFIC = (
    _row("ceb", "Cebuano", "Cebuano", "cebuano", plural=p.FILIPINO),
    _row("id", "Bahasa Indonesia", "Indonesian", "indonésien", plural=p.ONE_FORM),
    _row("ja", "日本語", "Japanese", "japonais", "Jpan", p.ONE_FORM),
    _row("km", "ខ្មែរ", "Khmer", "khmer", "Khmr", p.ONE_FORM),
    _row("ko", "한국어", "Korean", "coréen", "Kore", p.ONE_FORM),
    _row("ksw", "ကညီကျိာ်", "Karen (S'gaw)", "karen (s'gaw)", "Mymr", p.ONE_FORM, locale="en"),
    _row("lo", "ລາວ", "Lao", "lao", "Laoo", p.ONE_FORM),
    _row("ms", "Bahasa Melayu", "Malay", "malais", plural=p.ONE_FORM),
    _row("my", "မြန်မာ", "Burmese", "birman", "Mymr", p.ONE_FORM, digits=BURMESE_DIGITS),
    _row("rhg", "𐴌𐴗𐴥𐴝𐴙𐴚𐴒𐴙𐴝", "Rohingya", "rohingya", "Rohg", locale="en"),
    _row("rhg-Latn", "Ruáingga", "Rohingya (Latin)", "rohingya (latin)", locale="en"),
    _row("tet", "Tetun", "Tetum", "tétoum", locale="pt"),
    _row("th", "ไทย", "Thai", "thaï", "Thai", p.ONE_FORM),
    _row(
        "tl", "Tagalog", "Tagalog (Filipino)", "tagalog (filipino)", plural=p.FILIPINO, locale="fil"
    ),
    _row("vi", "Tiếng Việt", "Vietnamese", "vietnamien", plural=p.ONE_FORM),
    _row("yue", "粵語", "Cantonese", "cantonais", "Hant", p.ONE_FORM),
    _row("zh-Hans", "简体中文", "Chinese (Simplified)", "chinois (simplifié)", "Hans", p.ONE_FORM),
    _row(
        "zh-Hant", "繁體中文", "Chinese (Traditional)", "chinois (traditionnel)", "Hant", p.ONE_FORM
    ),
)

_AFRICA_AND_CARIBBEAN = (
    _row("af", "Afrikaans", "Afrikaans", "afrikaans"),
    _row("ak", "Akan", "Akan (Twi)", "akan (twi)", plural=p.ZERO_AND_ONE_ARE_SINGULAR),
    _row("am", "አማርኛ", "Amharic", "amharique", "Ethi", p.ZERO_AND_ONE_ARE_SINGULAR),
    _row("bm", "Bamanakan", "Bambara", "bambara", plural=p.ONE_FORM),
    _row("din", "Thuɔŋjäŋ", "Dinka", "dinka", locale="en"),
    _row("ee", "Eʋegbe", "Ewe", "éwé"),
    _row("ff", "Pulaar", "Fulah", "peul", plural=p.ZERO_AND_ONE_ARE_SINGULAR),
    _row("ha", "Hausa", "Hausa", "haoussa"),
    _row("ht", "Kreyòl ayisyen", "Haitian Creole", "créole haïtien", plural=p.FRENCH),
    _row("ig", "Igbo", "Igbo", "igbo", plural=p.ONE_FORM),
    _row("kab", "Taqbaylit", "Kabyle", "kabyle", plural=p.ZERO_AND_ONE_ARE_SINGULAR),
    _row("lg", "Luganda", "Luganda", "luganda"),
    _row("ln", "Lingála", "Lingala", "lingala", plural=p.ZERO_AND_ONE_ARE_SINGULAR),
    _row("mg", "Malagasy", "Malagasy", "malgache", plural=p.ZERO_AND_ONE_ARE_SINGULAR),
    _row("nus", "Thok Nath", "Nuer", "nuer"),
    _row("om", "Afaan Oromoo", "Oromo", "oromo"),
    _row("rn", "Ikirundi", "Kirundi", "kirundi"),
    _row("rw", "Ikinyarwanda", "Kinyarwanda", "kinyarwanda"),
    _row("sg", "Sängö", "Sango", "sango", plural=p.ONE_FORM),
    _row("sn", "chiShona", "Shona", "shona"),
    _row("so", "Soomaali", "Somali", "somali"),
    _row("sw", "Kiswahili", "Swahili", "swahili"),
    _row("ti", "ትግርኛ", "Tigrinya", "tigrigna", "Ethi", p.ZERO_AND_ONE_ARE_SINGULAR),
    _row("wo", "Wolof", "Wolof", "wolof", plural=p.ONE_FORM),
    _row("yo", "Yorùbá", "Yoruba", "yoruba", plural=p.ONE_FORM),
    _row("zu", "isiZulu", "Zulu", "zoulou", plural=p.ZERO_AND_ONE_ARE_SINGULAR),
)

_EUROPE_AND_AMERICAS = (
    _row("be", "Беларуская", "Belarusian", "biélorusse", "Cyrl", p.EAST_SLAVIC),
    _row("bg", "Български", "Bulgarian", "bulgare", "Cyrl"),
    _row("bs", "Bosanski", "Bosnian", "bosniaque", plural=p.EAST_SLAVIC),
    _row("ca", "Català", "Catalan", "catalan", plural=p.SPANISH),
    _row("cs", "Čeština", "Czech", "tchèque", plural=p.CZECH),
    _row("da", "Dansk", "Danish", "danois"),
    _row("de", "Deutsch", "German", "allemand"),
    _row("el", "Ελληνικά", "Greek", "grec", "Grek"),
    _row("es", "Español", "Spanish", "espagnol", plural=p.SPANISH),
    _row("et", "Eesti", "Estonian", "estonien"),
    _row("fi", "Suomi", "Finnish", "finnois"),
    _row("hr", "Hrvatski", "Croatian", "croate", plural=p.EAST_SLAVIC),
    _row("hu", "Magyar", "Hungarian", "hongrois"),
    _row("it", "Italiano", "Italian", "italien", plural=p.SPANISH),
    _row("lt", "Lietuvių", "Lithuanian", "lituanien", plural=p.LITHUANIAN),
    _row("lv", "Latviešu", "Latvian", "letton", plural=p.LATVIAN),
    _row("mk", "Македонски", "Macedonian", "macédonien", "Cyrl", p.MACEDONIAN),
    _row("nb", "Norsk bokmål", "Norwegian", "norvégien"),
    _row("nl", "Nederlands", "Dutch", "néerlandais"),
    _row("pl", "Polski", "Polish", "polonais", plural=p.POLISH),
    _row("pt", "Português", "Portuguese", "portugais", plural=p.FRENCH),
    _row(
        "pt-BR", "Português (Brasil)", "Portuguese (Brazil)", "portugais (Brésil)", plural=p.FRENCH
    ),
    _row("ro", "Română", "Romanian", "roumain", plural=p.ROMANIAN),
    _row("ru", "Русский", "Russian", "russe", "Cyrl", p.EAST_SLAVIC),
    _row("sk", "Slovenčina", "Slovak", "slovaque", plural=p.CZECH),
    _row("sl", "Slovenščina", "Slovenian", "slovène", plural=p.SLOVENIAN),
    _row("sq", "Shqip", "Albanian", "albanais"),
    _row("sr", "Српски", "Serbian", "serbe", "Cyrl", p.EAST_SLAVIC),
    _row("sr-Latn", "Srpski", "Serbian (Latin)", "serbe (latin)", plural=p.EAST_SLAVIC),
    _row("sv", "Svenska", "Swedish", "suédois"),
    _row("uk", "Українська", "Ukrainian", "ukrainien", "Cyrl", p.EAST_SLAVIC),
)

LANGUAGES: tuple[Language, ...] = (
    *_CANADA,
    *_MIDDLE_EAST_AND_CENTRAL_ASIA,
    *_SOUTH_ASIA,
    *_EAST_ASIA_AND_PACIFIC,
    *_AFRICA_AND_CARIBBEAN,
    *_EUROPE_AND_AMERICAS,
)
