"""The words LimeSurvey puts in by itself, in the languages lipnet speaks to respondents."""

from __future__ import annotations

YES = {
    "en": "Yes", "fr": "Oui", "ar": "نعم", "es": "Sí", "fa": "بله", "uk": "Так", "zh-Hans": "是",
    "so": "Haa", "ti": "እወ", "pa": "ਹਾਂ", "tl": "Oo", "pt": "Sim", "de": "Ja",
}  # fmt: skip
NO = {
    "en": "No", "fr": "Non", "ar": "لا", "es": "No", "fa": "خیر", "uk": "Ні", "zh-Hans": "否",
    "so": "Maya", "ti": "ኣይፋልን", "pa": "ਨਹੀਂ", "tl": "Hindi", "pt": "Não", "de": "Nein",
}  # fmt: skip
UNCERTAIN = {
    "en": "Uncertain", "fr": "Je ne sais pas", "ar": "لست متأكدًا", "es": "No lo sé con certeza",
    "fa": "مطمئن نیستم", "uk": "Не впевнений / не впевнена", "zh-Hans": "不确定", "so": "Ma hubo",
    "ti": "ርግጸኛ ኣይኮንኩን", "pa": "ਪੱਕਾ ਨਹੀਂ", "tl": "Hindi tiyak", "pt": "Sem certeza",
    "de": "Unsicher",
}  # fmt: skip
FEMALE = {
    "en": "Female", "fr": "Féminin", "ar": "أنثى", "es": "Femenino", "fa": "زن", "uk": "Жіноча",
    "zh-Hans": "女", "so": "Dheddig", "ti": "ኣንስታይ", "pa": "ਔਰਤ", "tl": "Babae",
    "pt": "Feminino", "de": "Weiblich",
}  # fmt: skip
MALE = {
    "en": "Male", "fr": "Masculin", "ar": "ذكر", "es": "Masculino", "fa": "مرد", "uk": "Чоловіча",
    "zh-Hans": "男", "so": "Lab", "ti": "ተባዕታይ", "pa": "ਮਰਦ", "tl": "Lalaki",
    "pt": "Masculino", "de": "Männlich",
}  # fmt: skip
INCREASE = {
    "en": "Increase", "fr": "Augmenter", "ar": "زيادة", "es": "Aumentar", "fa": "افزایش",
    "uk": "Збільшити", "zh-Hans": "增加", "so": "Kordhi", "ti": "ምውሳኽ", "pa": "ਵਧਾਉਣਾ",
    "tl": "Dagdagan", "pt": "Aumentar", "de": "Zunahme",
}  # fmt: skip
SAME = {
    "en": "Same", "fr": "Sans changement", "ar": "دون تغيير", "es": "Igual", "fa": "بدون تغییر",
    "uk": "Без змін", "zh-Hans": "不变", "so": "Isku mid", "ti": "ከምዘለዎ", "pa": "ਉਹੀ",
    "tl": "Pareho", "pt": "Igual", "de": "Gleich",
}  # fmt: skip
DECREASE = {
    "en": "Decrease", "fr": "Diminuer", "ar": "تقليل", "es": "Disminuir", "fa": "کاهش",
    "uk": "Зменшити", "zh-Hans": "减少", "so": "Yaree", "ti": "ምንካይ", "pa": "ਘਟਾਉਣਾ",
    "tl": "Bawasan", "pt": "Diminuir", "de": "Abnahme",
}  # fmt: skip
COMMENT = {
    "en": "Your comment", "fr": "Votre commentaire", "ar": "تعليقك", "es": "Su comentario",
    "fa": "نظر شما", "uk": "Ваш коментар", "zh-Hans": "您的意见", "so": "Faalladaada",
    "ti": "ርእይቶኹም", "pa": "ਤੁਹਾਡੀ ਟਿੱਪਣੀ", "tl": "Ang iyong komento", "pt": "Seu comentário",
    "de": "Ihr Kommentar",
}  # fmt: skip
