import type { WorkbookView } from "@/contracts/views/credit-policy";
import { type Language, type WorkbookWords, workbookWords } from "@/contracts/workbook-words";
import { CRITERION_AREAS } from "@/domain/aeo/criterion";
import type { Paper, PaperPart } from "./printer";

type Criterion = WorkbookView["criteria"][number];

/** The columns of the readiness report as CSV, and its rows. */
export function workbookRows(view: WorkbookView, language: Language) {
  const words = workbookWords(language);
  return {
    columns: [
      "criterion",
      "area",
      "question",
      "answer",
      "note",
      "files",
      "measured",
      "limit",
      "gap",
      "remedy",
      "citation",
    ],
    rows: view.criteria.map((each) => [
      each.code,
      words.area[each.area],
      each.question[language],
      each.answer ? words.answer[each.answer.state] : "",
      each.answer?.note ?? "",
      each.files.map(({ name }) => name).join("; "),
      measured(each, view) ?? "",
      each.limit ?? "",
      each.gap ? words.gap[each.gap] : "",
      each.gap ? each.remedy[language] : "",
      each.citation,
    ]),
  };
}

/** The readiness report of a workbook: what was measured, the gaps with what to do, and every criterion by its area. */
export function readinessReport(view: WorkbookView, language: Language, at: Date): Paper {
  const words = workbookWords(language);
  const gaps = view.criteria.filter(({ gap }) => gap !== null);
  return {
    title: words.title,
    language,
    at,
    foot: { text: `${view.number} · ${view.holder}`, pages: words.pages },
    parts: [
      {
        kind: "facts",
        rows: [
          [words.firm, view.holder],
          [words.number, view.number],
          [words.tierLabel, words.tier[view.tier]],
          [words.standing, words.state[view.state]],
          [words.ready, `${view.criteria.length - gaps.length} / ${view.criteria.length}`],
        ],
      },
      ...measuresPart(view, words),
      { kind: "heading", level: 1, text: words.gaps },
      ...(gaps.length === 0 ? [{ kind: "paragraph" as const, text: words.noGaps }] : [gapTable(gaps, words, language)]),
      ...CRITERION_AREAS.flatMap((area) => areaParts(view, area, words, language)),
      ...auditParts(view, words, language),
      { kind: "paragraph", tone: "quiet", text: words.source },
    ],
    attachments: [],
  };
}

/** The certificate of an approved workbook, as the register stands when it is printed; null where there is none. */
export function certificatePaper(view: WorkbookView, language: Language, at: Date, address: string): Paper | null {
  const words = workbookWords(language);
  const { certificate } = words;
  if (view.certificate?.state !== "active") return null;
  const { aeoCode, validFrom, validTo } = view.certificate;
  return {
    title: certificate.title,
    language,
    at,
    foot: { text: `${view.number} · ${view.holder}`, pages: words.pages },
    parts: [
      {
        kind: "facts",
        rows: [
          [certificate.code, aeoCode],
          [certificate.holder, view.holder],
          [words.tierLabel, words.tier[view.tier]],
          [words.number, view.number],
          [certificate.from, validFrom],
          [certificate.to, validTo ?? certificate.open],
          [certificate.review, view.reviewOn ?? ""],
          [certificate.state, at.toISOString().slice(0, 10)],
        ],
      },
      { kind: "paragraph", text: certificate.text },
      { kind: "qr", text: address, caption: certificate.check },
    ],
    attachments: [],
  };
}

function measuresPart({ measures }: WorkbookView, words: WorkbookWords): readonly PaperPart[] {
  const { lodged, faulty, due, onTime, errorRate, timeliness } = measures;
  return [
    { kind: "heading", level: 1, text: words.measured },
    {
      kind: "facts",
      rows: [
        [words.measure.error_rate, `${percent(errorRate) ?? words.nothing} (${faulty} / ${lodged})`],
        [words.measure.timeliness, `${percent(timeliness) ?? words.nothing} (${onTime} / ${due})`],
      ],
    },
    { kind: "paragraph", tone: "quiet", text: words.howMeasured },
  ];
}

function gapTable(gaps: readonly Criterion[], words: WorkbookWords, language: Language): PaperPart {
  return {
    kind: "table",
    columns: [
      { heading: words.criterion, share: 4 },
      { heading: words.why, share: 2 },
      { heading: words.remedy, share: 4 },
    ],
    rows: gaps.map((each) => [each.question[language], each.gap ? words.gap[each.gap] : "", each.remedy[language]]),
  };
}

function areaParts(
  view: WorkbookView,
  area: Criterion["area"],
  words: WorkbookWords,
  language: Language,
): readonly PaperPart[] {
  const own = view.criteria.filter((each) => each.area === area);
  if (own.length === 0) return [];
  return [
    { kind: "heading", level: 1, text: words.area[area] },
    {
      kind: "table",
      columns: [
        { heading: words.criterion, share: 4 },
        { heading: words.answerLabel, share: 3 },
        { heading: words.files, share: 3 },
      ],
      rows: own.map((each) => [
        each.question[language],
        [measured(each, view), each.answer ? words.answer[each.answer.state] : words.unanswered, each.answer?.note]
          .filter(Boolean)
          .join(" · "),
        each.files.map(({ name }) => name).join(", "),
      ]),
    },
  ];
}

function auditParts(
  { audits, criteria }: WorkbookView,
  words: WorkbookWords,
  language: Language,
): readonly PaperPart[] {
  const [latest] = audits;
  if (!latest) return [];
  return [
    { kind: "heading", level: 1, text: words.audit },
    { kind: "paragraph", tone: "quiet", text: `${words.seed} ${latest.seed}` },
    {
      kind: "table",
      columns: [
        { heading: words.looked, share: 3 },
        { heading: words.finding, share: 2 },
        { heading: words.note, share: 4 },
      ],
      rows: latest.items.map((item) => [
        subjectOf(item, criteria, language),
        item.finding ? words.findings[item.finding] : words.unanswered,
        item.note ?? "",
      ]),
    },
  ];
}

function subjectOf(
  { kind, subject }: WorkbookView["audits"][number]["items"][number],
  criteria: readonly Criterion[],
  language: Language,
): string {
  const criterion = criteria.find(({ code }) => code === subject);
  return kind === "criterion" && criterion ? criterion.question[language] : subject;
}

function measured({ measure }: Criterion, { measures }: WorkbookView): string | null {
  if (measure === null) return null;
  return percent(measure === "error_rate" ? measures.errorRate : measures.timeliness);
}

/** A share of four digits as a percentage of two. */
function percent(share: string | null): string | null {
  return share === null ? null : `${(Number(share) * 100).toFixed(2)} %`;
}
