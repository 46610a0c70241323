"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DocumentView } from "@/contracts/views/document";
import type { FactLinkView } from "@/contracts/views/pre-examination";
import { Crop } from "@/ui/document/crop";
import { Popover } from "@/ui/parts/popover";

interface Props {
  readonly links: readonly FactLinkView[];
  readonly documents: readonly DocumentView[];
}

const LOOK = "inline-flex min-h-6 min-w-6 items-center text-left text-xs text-accent underline underline-offset-2";
/** A sentence may rest on many facts; these are at hand, the others behind a word. */
const AT_HAND = 3;

/** The facts that a sentence rests on: places on papers open in place, rules and past lines are linked. */
export function FactLinks({ links, documents }: Props) {
  const t = useTranslations("preExamination");
  const draw = (link: FactLinkView) => (
    <li key={JSON.stringify(link)} className="min-w-0">
      <FactLink link={link} documents={documents} />
    </li>
  );
  return (
    <div className="min-w-0">
      <ul aria-label={t("facts")} className="flex flex-wrap items-baseline gap-x-3">
        {links.slice(0, AT_HAND).map(draw)}
      </ul>
      {links.length > AT_HAND ? (
        <details>
          <summary className="inline-flex min-h-6 items-center text-xs text-muted">
            {t("moreFacts", { count: links.length - AT_HAND })}
          </summary>
          <ul aria-label={t("facts")} className="flex flex-wrap items-baseline gap-x-3">
            {links.slice(AT_HAND).map(draw)}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function FactLink({ link, documents }: { readonly link: FactLinkView; readonly documents: readonly DocumentView[] }) {
  const t = useTranslations("preExamination");
  if (link.kind === "field") return <FieldLink link={link} documents={documents} />;
  if (link.kind === "rule")
    return (
      <Link href={`/admin/rules/${link.ruleId}`} className={LOOK}>
        {t("fact.rule", { version: link.version })}
      </Link>
    );
  if (link.kind === "history")
    return (
      <a href={`#history-${link.entryId}`} className={LOOK}>
        {t(link.isGenerated ? "fact.generated" : "fact.history", { reference: link.reference })}
      </a>
    );
  if (link.kind === "declared")
    return (
      <a href="#declared" className={LOOK}>
        {t("fact.declared")}
      </a>
    );
  const { register, key } = link;
  return (
    <span className="text-xs text-muted">
      {t(`register.${register}`)} {/^[0-9a-f-]{36}$/.test(key) || key === "all" ? null : <code>{key}</code>}
    </span>
  );
}

function FieldLink({
  link,
  documents,
}: {
  readonly link: Extract<FactLinkView, { kind: "field" }>;
  readonly documents: readonly DocumentView[];
}) {
  const t = useTranslations("preExamination");
  const names = useTranslations("field");
  const document = documents.find((each) => each.id === link.documentId);
  const field = document?.fields.find((each) => each.id === link.fieldId);
  if (!document)
    return (
      <a href="#declared" className={LOOK}>
        {t("fact.typed")}
      </a>
    );
  const name = field && names.has(field.name) ? names(field.name) : "";
  const place = t("fact.field", { file: document.fileName, page: link.page ?? 1 });
  return (
    <Popover
      label={`${name} ${place}`}
      trigger={
        <button type="button" className={LOOK}>
          {name ? `${name}: ` : ""}
          {place}
        </button>
      }
    >
      {link.box ? <Crop field={{ box: link.box, page: link.page }} document={document} aspect={4.6} /> : null}
      <p className="mt-1 font-medium">{field?.value}</p>
      <a
        href={`/api/v1/documents/${document.id}/pages/${link.page ?? 1}/image`}
        target="_blank"
        rel="noreferrer"
        className="text-xs text-accent underline underline-offset-2"
      >
        {t("fact.page")}
      </a>
    </Popover>
  );
}
