import type { Reason } from "./reasons";
import { type FactLink, type FactLinks, SENTENCES, type Sentence } from "./sentence";

/** Questions that can be put to a broker; the words of each are in the catalogue, in both languages. */
export const QUESTIONS = ["price", "payment", "packing", "contract", "origin", "goods", "invoice"] as const;
export type Question = (typeof QUESTIONS)[number];

/** What an officer may do next, with the facts that speak for it. */
export type Suggestion = {
  /** Unique within the case and the same whenever it is made: `question:price`. */
  readonly id: string;
  /** Codes of the reasons that led to it. */
  readonly because: readonly string[];
  readonly links: FactLinks;
  /** The structured reason of the ruling that it prefills. */
  readonly reason: string;
  /** Numbers of the lines that it is about; empty for the whole. */
  readonly lines: readonly number[];
} & (
  | { readonly kind: "question"; readonly question: Question }
  | { readonly kind: "scope"; readonly packages: "all" | "each_line" }
);

/** Which question a reason asks, by the reason's code. Our own table; a reason that is in none asks nothing. */
const ASKED: Readonly<Record<Question, { readonly reason: string; readonly by: readonly string[] }>> = {
  price: {
    reason: "value_explanation_wanted",
    by: [
      "factor.price_outlier",
      "factor.model_price",
      "factor.model_importer_pricing",
      "factor.model_exporter_pricing",
      "irregularity.VALUE",
    ],
  },
  payment: { reason: "payment_proof_wanted", by: ["factor.round_number", "factor.high_value", "factor.model_value"] },
  packing: {
    reason: "packing_list_wanted",
    by: [
      "factor.weight_mismatch",
      "factor.packages_mismatch",
      "factor.model_weight",
      "factor.model_packages",
      "irregularity.QUANTITY",
    ],
  },
  contract: {
    reason: "contract_wanted",
    by: ["factor.consignee_mismatch", "control.consignee_differs", "factor.new_importer", "irregularity.ENTITY"],
  },
  origin: {
    reason: "origin_proof_wanted",
    by: ["factor.origin", "factor.model_preference", "factor.model_route", "irregularity.ORIGIN"],
  },
  goods: {
    reason: "goods_particulars_wanted",
    by: ["factor.vague_description", "factor.commodity", "irregularity.CLASSIFICATION", "irregularity.CONTROLLED"],
  },
  invoice: { reason: "invoice_wanted", by: ["factor.doubtful_reading", "factor.corrected_values"] },
};

/** Why goods would be opened, by the reason's code; the first that fits is named. */
const OPENED: readonly { readonly reason: string; readonly by: RegExp }[] = [
  { reason: "control_requires_examination", by: /^(control\.|alert$|switch$|rule)/ },
  {
    reason: "documents_contradict",
    by: /^factor\.(weight|packages)_mismatch$|^irregularity\.QUANTITY$|^contradiction$/,
  },
  { reason: "value_doubtful", by: /price|VALUE/ },
  { reason: "origin_doubtful", by: /origin|preference|ORIGIN/ },
  { reason: "goods_unclear", by: /./ },
];

/** Reasons that speak against the goods; those that lower the score, and chance, ask nothing. */
function speaks({ points, kind }: Reason): boolean {
  return kind !== "chance" && (points === null || points > 0);
}

/** The questions that the reasons ask, in the order of the reasons, and one scope of an inspection. */
export function suggestionsFor(
  reasons: readonly Reason[],
  contradictions: readonly Sentence[],
  allLines: readonly number[],
): readonly Suggestion[] {
  const speaking = reasons.filter(speaks);
  const questions = QUESTIONS.flatMap((question): readonly Suggestion[] => {
    const { by, reason } = ASKED[question];
    const led = speaking.filter(({ code }) => by.includes(code));
    const links = gathered([...led, ...(question === "packing" ? contradictions : [])]);
    if (!links) return [];
    const because = [...led.map(({ code }) => code), ...(led.length === 0 ? [SENTENCES.contradiction] : [])];
    return [
      {
        id: `question:${question}`,
        kind: "question",
        question,
        because: [...new Set(because)],
        links,
        reason,
        lines: linesOf(led),
      },
    ];
  });
  const rank = ({ because }: Suggestion) => reasons.findIndex(({ code }) => because.includes(code));
  return [...questions.toSorted((a, b) => rank(a) - rank(b)), ...scopeOf(speaking, contradictions, allLines)];
}

function scopeOf(
  reasons: readonly Reason[],
  contradictions: readonly Sentence[],
  allLines: readonly number[],
): readonly Suggestion[] {
  const links = gathered([...reasons, ...contradictions]);
  if (!links) return [];
  const because = [
    ...new Set([...reasons.map(({ code }) => code), ...contradictions.map(() => SENTENCES.contradiction)]),
  ];
  const { reason = "goods_unclear" } = OPENED.find(({ by }) => because.some((code) => by.test(code))) ?? {};
  const named = linesOf(reasons);
  const countsAll = contradictions.length > 0 || because.some((code) => /mismatch|QUANTITY/.test(code));
  return [
    {
      id: "scope",
      kind: "scope",
      packages: countsAll ? "all" : "each_line",
      because,
      links,
      reason,
      lines: named.length > 0 && !countsAll ? named : allLines,
    },
  ];
}

function linesOf(reasons: readonly Reason[]): readonly number[] {
  return [...new Set(reasons.flatMap(({ line }) => line ?? []))].toSorted((a, b) => a - b);
}

/** The facts of all sentences, each once; null where there are none. */
function gathered(sentences: readonly Pick<Sentence, "links">[]): FactLinks | null {
  const all = new Map<string, FactLink>(
    sentences.flatMap(({ links }) => links.map((link) => [JSON.stringify(link), link] as const)),
  );
  const [first, ...rest] = all.values();
  return first ? [first, ...rest] : null;
}
