import { useTranslations } from "next-intl";
import type { RuleView } from "@/contracts/views/rule";
import { countWords } from "@/contracts/views/scalars";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { RuleState } from "./rule-state";

/** The versions of a rule, and who stands behind each. */
export function VersionTable({ rule }: { readonly rule: RuleView }) {
  const t = useTranslations("rules");
  return (
    <Table label={t("versions")} isStacked>
      <thead>
        <tr>
          <TableHead className="text-left">{t("column.version")}</TableHead>
          <TableHead className="text-left">{t("column.state")}</TableHead>
          <TableHead className="text-left">{t("expression")}</TableHead>
          <TableHead className="text-left">{t("column.author")}</TableHead>
          <TableHead className="text-left">{t("column.approver")}</TableHead>
          <TableHead className="text-left">{t("column.from")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {rule.versions.map((version) => (
          <TableRow key={version.id}>
            <TableCell className="font-medium">{t("version", { number: version.number })}</TableCell>
            <TableCell column={t("column.state")}>
              <RuleState state={version.state} />
              {version.shadowSince ? (
                <span className="block text-xs text-muted">
                  {t("shadowHits", { count: countWords(version.shadowHits) })}
                </span>
              ) : null}
              {version.reason ? <span className="block text-xs text-muted">{version.reason}</span> : null}
            </TableCell>
            <TableCell column={t("expression")} className="break-words font-mono text-xs">
              {version.content.expression}
            </TableCell>
            <TableCell column={t("column.author")}>{version.author}</TableCell>
            <TableCell column={t("column.approver")}>{version.approvedBy ?? "—"}</TableCell>
            <TableCell column={t("column.from")}>{version.from ?? "—"}</TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

/** What was in force from when on, and by whose word. */
export function ActivationList({ rule }: { readonly rule: RuleView }) {
  const t = useTranslations("rules");
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {rule.history.map((each) => (
        <li key={each.at}>
          {each.from}: {t(`kind.${each.kind}`)}
          {each.version === null ? "" : ` · ${t("version", { number: each.version })}`} · {each.by} ·{" "}
          <Instant at={each.at} />
          {each.reason ? ` · ${each.reason}` : ""}
        </li>
      ))}
    </ul>
  );
}

/** The last hits, with the facts that made them. */
export function HitList({ rule }: { readonly rule: RuleView }) {
  const t = useTranslations("rules");
  if (rule.hits.length === 0) return <p className="text-sm text-muted">{t("noHits")}</p>;
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {rule.hits.map((hit) => (
        <li key={hit.id} className="break-words">
          <Instant at={hit.at} /> · {t("version", { number: hit.version })}
          {hit.isShadow ? ` · ${t("isShadow")}` : hit.isSelected ? "" : ` · ${t("unselected")}`} ·{" "}
          <span className="font-mono text-xs">
            {hit.facts.map(({ field, value }) => `${field} = ${String(value)}`).join("; ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
