import { useLocale, useTranslations } from "next-intl";
import { citationIn } from "@/contracts/citations";
import type { DestructionView } from "@/contracts/views/destruction";
import { Alert } from "@/ui/parts/alert";
import { Amount } from "@/ui/parts/amount";
import { Section } from "@/ui/parts/card";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { Quantity } from "@/ui/stock/quantity";
import { DestructionBadge } from "./destruction-badge";

/** A destruction as it is read and printed: application, goods, witnesses, certificate, and what happened. */
export function DestructionSheet({ destruction }: { readonly destruction: DestructionView }) {
  const t = useTranslations("destruction");
  const locale = useLocale();
  const { state, citations, certificate, residue } = destruction;
  const isOpen = state === "applied" || state === "approved" || state === "stated" || state === "confirmed";
  return (
    <article className="flex flex-col gap-5 rounded-md border bg-panel p-5 print:border-0 print:p-0">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="text-2xl font-semibold">{destruction.number}</h2>
        <DestructionBadge state={state} />
      </div>
      {isOpen ? (
        <div className="print:hidden">
          <Alert>{t(`next.${state}`)}</Alert>
        </div>
      ) : null}
      <Section title={t("facts")}>
        <Facts
          rows={[
            [
              t("column.book"),
              `${destruction.book.emsNo} · ${destruction.book.company} · ${destruction.book.customsCode}`,
            ],
            [t("column.reason"), `${t(`reason.${destruction.reason}`)}: ${destruction.note}`],
            [t("column.place"), destruction.place],
            [t("column.appointed"), destruction.appointedOn],
            [t("approvedOn"), destruction.approvedOn],
          ]}
        />
      </Section>
      <Section title={t("goods")}>
        <Lines lines={destruction.lines} />
        <p className="mt-2 text-sm">{t("noDuty")}</p>
        {citations.duty ? <p className="text-xs text-muted">{citationIn(citations.duty, locale)}</p> : null}
      </Section>
      {destruction.destroyedOn ? (
        <Section title={t("witnesses")}>
          <Facts
            rows={[
              [t("field.destroyedOn"), destruction.destroyedOn],
              [t("firstWitness"), destruction.statedBy],
              [t("secondWitness"), destruction.confirmedBy],
            ]}
          />
          {residue ? (
            <p className="mt-2 text-sm">
              {t("field.residue")}: {residue.description}, <Amount value={residue.value} currency={residue.currency} />
            </p>
          ) : null}
          {destruction.isResidueDeclared ? (
            <>
              <p className="mt-2 text-sm">{t("residueDeclared")}</p>
              {citations.residue ? <p className="text-xs text-muted">{citationIn(citations.residue, locale)}</p> : null}
            </>
          ) : null}
        </Section>
      ) : null}
      {certificate ? (
        <Section title={t("certificate")}>
          <Facts
            rows={[
              [t("field.certificateNumber"), certificate.number],
              [t("field.certificateIssuer"), certificate.issuer],
              [t("field.certificateOn"), certificate.issuedOn],
            ]}
          />
        </Section>
      ) : null}
      <Section title={t("steps")}>
        <ol className="flex flex-col gap-1.5 text-sm">
          {destruction.steps.map((step) => (
            <li key={step.at} className="flex flex-wrap gap-x-2">
              <Instant at={step.at} look="full" />
              <span>
                {t(`step.${step.act}`)} · {step.by}
              </span>
              {step.reason ? <span className="min-w-0 break-words text-muted">{step.reason}</span> : null}
            </li>
          ))}
        </ol>
      </Section>
    </article>
  );
}

function Facts({ rows }: { readonly rows: readonly (readonly [string, string | null])[] }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="min-w-0 break-words font-medium">{value ?? "–"}</dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ lines }: { readonly lines: DestructionView["lines"] }) {
  const t = useTranslations("destruction");
  return (
    <Table label={t("goods")} isStacked>
      <thead>
        <tr>
          {(["goods", "code", "lot"] as const).map((name) => (
            <TableHead key={name} className="text-left">
              {t(`column.${name}`)}
            </TableHead>
          ))}
          {(["quantity", "destroyed", "statement"] as const).map((name) => (
            <TableHead key={name} className="text-right">
              {t(`column.${name}`)}
            </TableHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <TableRow key={line.number}>
            <TableCell column={t("column.goods")}>
              {line.itemNo} · {line.description}
            </TableCell>
            <TableCell column={t("column.code")}>
              {line.commodityCode} {line.origin}
            </TableCell>
            <TableCell column={t("column.lot")}>
              {line.lotNumber || "–"} {line.expiresOn ? <span className="text-muted">{line.expiresOn}</span> : null}
            </TableCell>
            <TableCell column={t("column.quantity")} className="text-right">
              <Quantity value={line.quantity} unit={line.unit} />
            </TableCell>
            <TableCell column={t("column.destroyed")} className="text-right">
              {line.destroyed === null ? "–" : <Quantity value={line.destroyed} unit={line.unit} />}
            </TableCell>
            <TableCell column={t("column.statement")} className="text-right">
              {line.statement ? (
                <>
                  <Quantity value={line.statement.before} /> · <Quantity value={line.statement.moved} /> ·{" "}
                  <Quantity value={line.statement.after} />
                </>
              ) : (
                "–"
              )}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
