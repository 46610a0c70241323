/** The words that say which kind of firm a name is that of. */
export const LEGAL_FORM =
  /(?<![\p{L}\d])(ltd|limited|llc|l\.l\.c|llp|inc|incorporated|corp|corporation|gmbh|mbh|ag|kg|ohg|e\.?k|e\.u|partg|mbb|selarl|scp|earl|eirl|scop|asbl|vzw|cvba|ug|vof|v\.o\.f|cc|limited partnership|joint stock company|a\.?[sş]|şti|ti[cç]|gbr|e\.?v|s\.?a|sarl|s\.?a\.?r\.?l|sas|sasu|s\.?a\.?s|eurl|s\.?coop|unipersonale|s\.?p\.?a|s\.?r\.?l|s\.?l\.?u?|b\.?v|n\.?v|pvt|pte|pty|plc|co|company|fze|fzco|fzc|ltda|lda|oy|oyj|ab|a\/s|aps|as|k\.?k|kft|zrt|nyrt|z ?o\.?o|sp|sp\.? ?[kj]|sdn|bhd|berhad|plt|eireli|kgaa|dmcc|eg|sprl|bvba|s\.?r\.?o|c\.\s?v|r\.\s?l|d\.o\.o|jsc|ooo|llp|s\.?c|snc|s\.?n\.?c|est|establishment|enterprises?|trading|industr(y|ies)|group|international|holdings?|bank)\.?(?![\p{L}])|有限公司|株式会社|有限责任公司|公司$|合作社|厂$/iu;

/** Nothing but a legal form. */
export const BARE_FORM = new RegExp(`^(?:${LEGAL_FORM.source}[\\s&]*)+$`, "iu");

/** Legal forms that written small are units and words of a sentence: "Pectin 5 kg", "sold as seen". */
const WORD = /(?<![\p{L}\d])(?:kg|as|ab|eg|ag|est|ug|kk|trading|group|international|bank)(?![\p{L}\d])/gu;

/** A text in which the United States are no "S.A.". */
export function withoutStates(text: string): string {
  return text.replace(/(?<!\p{L})U\. ?S\. ?A\.?(?!\p{L})/gu, "USA");
}

/** Whether a text bears the legal form of a firm, and no unit or small word that is written like one. */
export function isFirm(text: string): boolean {
  return LEGAL_FORM.test(text.replace(WORD, "·"));
}

/** Whether a name ends with a word that cannot be its last: "Basisschool De", "Verein der". */
export function isUnfinished(name: string): boolean {
  return /\s(?:de|den|der|des|het|'t|la|le|les|du|di|del|della|dei|the|of|van|von|für|und|et|and|&|y)$/i.test(name);
}
