import { createHash } from "node:crypto";
import type { PublishedPassport } from "@/application/published";
import type { Language } from "@/contracts/words";
import type { IssuerPlace } from "@/domain/passport/credential";
import { digitalLinkPath } from "@/domain/passport/digital-link";
import { type Standing, standingOn } from "@/domain/passport/passport";
import { judge, type QualityReport } from "@/domain/passport/quality";
import type { LocalDate } from "@/domain/shared/local-date";
import { escaped, html, type Markup, shell, trusted } from "./page";
import { countryWords, dayWords, filled, officeDayWords, words } from "./words";

interface Shown {
  readonly passport: PublishedPassport;
  readonly language: Language;
  readonly path: string;
  readonly issuer: IssuerPlace;
  readonly today: LocalDate;
  /** A QR code of a text as SVG, with the words that tell of it. */
  readonly qr: (text: string, label: string) => string;
  /** A small picture of the label, as an address that needs no request. */
  readonly thumbnail: string | null;
}

const TONES: Readonly<Record<Standing, "good" | "warn" | "bad">> = {
  valid: "good",
  expired: "warn",
  superseded: "warn",
  suspended: "bad",
  revoked: "bad",
};

/** A shape beside each word, so that no standing is told by its colour alone. */
const SHAPES: Readonly<Record<Standing, string>> = {
  valid: "M12 2a10 10 0 100 20 10 10 0 000-20zm-1.5 14.2L6.8 12.5l1.5-1.5 2.2 2.2 5.2-5.2 1.5 1.5z",
  expired: "M12 2a10 10 0 100 20 10 10 0 000-20zm1 5v4.6l3.3 2-1 1.7-4.3-2.6V7z",
  superseded: "M4 4h10v2H6v12H4zm5 5h11v11H9z",
  suspended: "M12 2a10 10 0 100 20 10 10 0 000-20zM8.500 8h2.500v8H8.500zm4.500 0h2.500v8H13z",
  revoked:
    "M8 2h8l6 6v8l-6 6H8l-6-6V8zm.8 5L7 8.800 10.200 12 7 15.200 8.800 17l3.200-3.200 3.200 3.200 1.800-1.800L13.800 12 17 8.800 15.200 7 12 10.200z",
};

/** The page of a passport: whether it holds, in one sentence; then what it says; then how anybody checks it. */
export async function passportPage(shown: Shown): Promise<string> {
  const { passport, language, path } = shown;
  const { content } = passport;
  return shell({
    language,
    path,
    title: `${content.name} · ${words(language).title}`,
    body: html`${standing(shown)}<h2>${content.name}</h2>${
      content.description === null ? null : html`<p class="lead">${content.description}</p>`
    }${numbers(shown)}${composition(shown)}${quality(shown)}${customs(shown)}${label(shown)}${check(shown)}${trusted(
      `<footer>${escaped(filled(words(language).readAt, { day: dayWords(shown.today, language) }))}</footer>`,
    )}`,
  });
}

function standing({ passport, language, today }: Shown): Markup {
  const { state, content, reason, successorId } = passport;
  const how = standingOn({ state, validUntil: content.validUntil }, today);
  const w = words(language);
  const { word, sentence, advice } = w.standing[how];
  const values = {
    day: dayWords(content.validUntil, language),
    reason: reason === null ? "" : w.reason[reason],
  };
  const newer =
    successorId === null ? null : html` <a href="/passports/${successorId}?lang=${language}">${w.newer}</a>`;
  return html`<div class="standing ${TONES[how]}"><svg viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" fill-rule="evenodd" d="${SHAPES[how]}"/></svg><h1>${word}</h1><p>${filled(sentence, values)}</p><p class="advice">${advice}${newer}</p></div>`;
}

function row(term: string, value: string | Markup | null, isKey = false): Markup {
  if (value === null) return html``;
  return html`<dt>${term}</dt><dd${isKey ? html` class="key"` : null}>${value}</dd>`;
}

function numbers({ passport, language }: Shown): Markup {
  const w = words(language);
  const { content } = passport;
  const day = (text: LocalDate | null) => (text === null ? null : dayWords(text, language));
  const firm = (party: { readonly name: string; readonly registration: string | null } | null) =>
    party &&
    html`${party.name}${
      party.registration === null
        ? null
        : html`<br><small>${filled(w.registration, { number: party.registration })}</small>`
    }`;
  const proof = content.originProof;
  return html`<section><h3>${w.numbers}</h3><dl>${row(w.gtin, content.gtin, true)}${row(w.batch, content.batch, true)}${row(w.serial, content.serial, true)}${row(w.produced, day(content.producedOn))}${row(w.expires, day(content.expiresOn))}</dl><p class="small">${w.level[content.granularity]}</p></section><section><dl>${row(w.origin, countryWords(content.origin, language))}${row(w.proof, proof && html`${proof.number ?? ""}${proof.sha256 === null ? null : html`<br><code>${proof.sha256.slice(0, 16)}…</code>`}`)}${row(w.producer, firm(content.producer))}${row(w.facility, firm(content.facility))}${row(w.codes, html`<span class="figure">${content.codes.join(", ")}</span>`)}</dl></section>`;
}

function composition({ passport, language }: Shown): Markup {
  const parts = passport.content.composition;
  if (parts.length === 0) return html``;
  const items = parts.map(
    ({ material, share, origin }) =>
      html`<li><b>${material}</b> <span class="figure">${share} %</span>${
        origin === null ? null : html` <small>${countryWords(origin, language)}</small>`
      }<div class="bar"><svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${share}" height="1"/></svg></div></li>`,
  );
  return html`<section><h3>${words(language).composition}</h3><ul>${items}</ul></section>`;
}

function quality({ passport, language }: Shown): Markup {
  const { reports } = passport.content;
  if (reports.length === 0) return html``;
  const items = reports.map((report, index) => reportItem(report, index + 1, language));
  return html`<section><h3>${words(language).quality}</h3><ul>${items}</ul></section>`;
}

function reportItem(report: QualityReport, number: number, language: Language): Markup {
  const w = words(language);
  const { property, result, unit, lowerLimit: lower, upperLimit: upper, standard, regulation } = report;
  const judgement = judge(report);
  const tone = judgement === "within" ? "good" : judgement === "no_limit" ? "warn" : "bad";
  const form = lower !== null && upper !== null ? w.limits.both : lower !== null ? w.limits.lower : w.limits.upper;
  const limits =
    judgement === "no_limit" ? null : html` · ${filled(form, { lower: lower ?? "", upper: upper ?? "", unit })}`;
  const of = filled(w.report, {
    ...{ laboratory: report.laboratory, number: report.number, method: report.method },
    day: dayWords(report.reportedOn, language),
  });
  return html`<li id="report-${number}"><b>${property}</b> <span class="figure">${result} ${unit}</span><span class="tag ${tone}">${w.judgement[judgement]}</span><br><small>${standard}${regulation === null ? null : html` · ${regulation}`}${limits}<br>${of}<br><code>${report.sha256.slice(0, 16)}…</code></small></li>`;
}

function customs({ passport, language }: Shown): Markup {
  if (passport.history.length === 0) return html``;
  const w = words(language);
  const items = passport.history.map(
    ({ stage, releasedOn, orderHash }) =>
      html`<li><b>${w.stage[stage]}</b><br>${dayWords(releasedOn, language)} <small><code>${orderHash.slice(0, 16)}…</code></small></li>`,
  );
  return html`<section id="customs"><h3>${w.customs}</h3><ul>${items}</ul></section>`;
}

function label({ passport, language, thumbnail }: Shown): Markup {
  if (passport.content.label === null) return html``;
  const w = words(language);
  return html`<section><h3>${w.label}</h3>${
    thumbnail === null ? null : html`<img src="${thumbnail}" alt="${w.label}"><br>`
  }<a href="/labels/${passport.publicId}">${w.labelLink}</a></section>`;
}

function check({ passport, language, issuer, qr }: Shown): Markup {
  const w = words(language);
  const { publicId, content, credential, revocationList, statusIndex, issuedAt, version } = passport;
  const hash = createHash("sha256").update(credential).digest("hex");
  const link = `${issuer.base}${digitalLinkPath(content)}`;
  return html`<section><h3>${w.check}</h3><div class="pair">${trusted(qr(link, escaped(w.qr)))}<div><p class="lead">${w.checkLead}</p></div></div><dl>${row(w.credential, html`<a href="/credentials/${publicId}">vc+jwt</a> <small>${w.hash} <code>${hash}</code></small>`)}${row(w.status, html`<a href="/status/${revocationList}">${filled(w.place, { index: String(statusIndex) })}</a>`)}${row(w.keys, html`<a href="/.well-known/did.json">did.json</a>`)}${row(w.issuer, html`<code>${issuer.did}</code>`)}${row(w.issued, officeDayWords(issuedAt, language))}${row(w.version, String(version))}</dl></section>`;
}
