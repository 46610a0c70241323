/** What trade calls a country besides its name, lower case, with its ISO 3166 alpha-2 code. */
const ALIASES: Readonly<Record<string, string>> = {
  china: "CN",
  "people's republic of china": "CN",
  "p.r. china": "CN",
  "pr china": "CN",
  "p.r.china": "CN",
  prc: "CN",
  germany: "DE",
  deutschland: "DE",
  "federal republic of germany": "DE",
  "united states": "US",
  "united states of america": "US",
  usa: "US",
  "u.s.a.": "US",
  "united kingdom": "GB",
  "great britain": "GB",
  uk: "GB",
  "u.k.": "GB",
  england: "GB",
  france: "FR",
  italy: "IT",
  italia: "IT",
  意大利: "IT",
  spain: "ES",
  españa: "ES",
  西班牙: "ES",
  portugal: "PT",
  葡萄牙: "PT",
  netherlands: "NL",
  "the netherlands": "NL",
  holland: "NL",
  belgium: "BE",
  比利时: "BE",
  luxembourg: "LU",
  switzerland: "CH",
  austria: "AT",
  奥地利: "AT",
  denmark: "DK",
  sweden: "SE",
  norway: "NO",
  finland: "FI",
  iceland: "IS",
  ireland: "IE",
  爱尔兰: "IE",
  poland: "PL",
  "czech republic": "CZ",
  czechia: "CZ",
  slovakia: "SK",
  hungary: "HU",
  匈牙利: "HU",
  romania: "RO",
  罗马尼亚: "RO",
  bulgaria: "BG",
  greece: "GR",
  turkey: "TR",
  türkiye: "TR",
  turkiye: "TR",
  土耳其: "TR",
  russia: "RU",
  "russian federation": "RU",
  俄罗斯: "RU",
  ukraine: "UA",
  乌克兰: "UA",
  estonia: "EE",
  latvia: "LV",
  lithuania: "LT",
  slovenia: "SI",
  croatia: "HR",
  serbia: "RS",
  malta: "MT",
  cyprus: "CY",
  japan: "JP",
  "south korea": "KR",
  korea: "KR",
  "republic of korea": "KR",
  "korea (republic of)": "KR",
  taiwan: "TW",
  "chinese taipei": "TW",
  "hong kong": "HK",
  "hong kong sar": "HK",
  macao: "MO",
  macau: "MO",
  singapore: "SG",
  新加坡: "SG",
  malaysia: "MY",
  马来西亚: "MY",
  thailand: "TH",
  vietnam: "VN",
  "viet nam": "VN",
  indonesia: "ID",
  印度尼西亚: "ID",
  philippines: "PH",
  "the philippines": "PH",
  菲律宾: "PH",
  cambodia: "KH",
  柬埔寨: "KH",
  laos: "LA",
  myanmar: "MM",
  india: "IN",
  bangladesh: "BD",
  孟加拉: "BD",
  "sri lanka": "LK",
  斯里兰卡: "LK",
  pakistan: "PK",
  巴基斯坦: "PK",
  nepal: "NP",
  mongolia: "MN",
  kazakhstan: "KZ",
  哈萨克斯坦: "KZ",
  uzbekistan: "UZ",
  "united arab emirates": "AE",
  uae: "AE",
  "u.a.e.": "AE",
  阿联酋: "AE",
  "saudi arabia": "SA",
  沙特阿拉伯: "SA",
  qatar: "QA",
  kuwait: "KW",
  oman: "OM",
  bahrain: "BH",
  israel: "IL",
  以色列: "IL",
  jordan: "JO",
  lebanon: "LB",
  iran: "IR",
  iraq: "IQ",
  egypt: "EG",
  morocco: "MA",
  摩洛哥: "MA",
  tunisia: "TN",
  algeria: "DZ",
  nigeria: "NG",
  尼日利亚: "NG",
  ghana: "GH",
  kenya: "KE",
  肯尼亚: "KE",
  ethiopia: "ET",
  埃塞俄比亚: "ET",
  tanzania: "TZ",
  "south africa": "ZA",
  madagascar: "MG",
  mauritius: "MU",
  "ivory coast": "CI",
  "côte d'ivoire": "CI",
  senegal: "SN",
  canada: "CA",
  加拿大: "CA",
  mexico: "MX",
  méxico: "MX",
  墨西哥: "MX",
  brazil: "BR",
  brasil: "BR",
  argentina: "AR",
  阿根廷: "AR",
  chile: "CL",
  peru: "PE",
  colombia: "CO",
  哥伦比亚: "CO",
  ecuador: "EC",
  厄瓜多尔: "EC",
  uruguay: "UY",
  乌拉圭: "UY",
  paraguay: "PY",
  bolivia: "BO",
  venezuela: "VE",
  "costa rica": "CR",
  panama: "PA",
  guatemala: "GT",
  "dominican republic": "DO",
  australia: "AU",
  澳大利亚: "AU",
  "new zealand": "NZ",
  新西兰: "NZ",
  fiji: "FJ",
  "north korea": "KP",
};

/** Regions that the Unicode data name and that no goods come from. */
const NO_COUNTRIES: readonly string[] = [
  "EU",
  "EZ",
  "UN",
  "QO",
  "ZZ",
  "XA",
  "XB",
  "AC",
  "CP",
  "DG",
  "EA",
  "IC",
  "TA",
  "CQ",
];

/** Names of countries in English and Chinese, lower case, with their codes: those of the Unicode data, and the aliases. */
const COUNTRIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...namesIn("en"), ...namesIn("zh"), ...ALIASES }),
);

function namesIn(language: string): Record<string, string> {
  const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    // Codes that were withdrawn, and those that are only another way of writing one, give way to the one in force.
    .filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`);
  return Object.fromEntries(
    codes.flatMap((code) => {
      const name = NO_COUNTRIES.includes(code) ? undefined : names.of(code);
      return name ? [[name.toLowerCase(), code]] : [];
    }),
  );
}

const CODES: ReadonlySet<string> = new Set(COUNTRIES.values());
/** A short name is found inside too many other words. */
const LATIN_NAMES = [...COUNTRIES]
  .filter(([name]) => name.length > 3 && !/\p{Script=Han}/u.test(name))
  .map(([name, code]) => ({
    code,
    pattern: new RegExp(`(^|[^\\p{L}])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}($|[^\\p{L}])`, "u"),
  }));
const HAN_NAMES = [...COUNTRIES].filter(([name]) => /\p{Script=Han}/u.test(name));

/** The code of a name that is written just so, in any case; null when it is no country's. */
export function countryNamed(name: string): string | null {
  return COUNTRIES.get(name.toLowerCase()) ?? null;
}

/** Whether these are the two letters of a country. */
export function isCountryCode(code: string): boolean {
  return CODES.has(code);
}

/** The country whose name stands somewhere in the text; null when there is none, or more than one. */
export function countryInside(text: string): string | null {
  const plain = text.toLowerCase();
  const codes = new Set(LATIN_NAMES.filter(({ pattern }) => pattern.test(plain)).map(({ code }) => code));
  for (const [name, code] of HAN_NAMES) if (plain.includes(name)) codes.add(code);
  return codes.size === 1 ? ([...codes][0] ?? null) : null;
}

/** Whether the text is the name of a country and nothing else; its words may be read apart: "UNI TED ARAB EMIRATES". */
export function isCountryName(text: string): boolean {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/[.,;]+$/, "");
  return COUNTRIES.has(name) || (/\s/.test(name) && RUN_TOGETHER.has(name.replace(/\s+/g, "")));
}
const RUN_TOGETHER: ReadonlySet<string> = new Set(
  [...COUNTRIES.keys()].filter((name) => name.length > 6).map((name) => name.replace(/\s+/g, "")),
);
