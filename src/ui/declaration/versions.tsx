import { useTranslations } from "next-intl";
import type { DeclarationVersionView } from "@/contracts/views/declaration";
import { Section } from "@/ui/parts/card";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

/** The lodged versions, the newest first, each with the values that it changed. */
export function Versions({ versions }: { readonly versions: readonly DeclarationVersionView[] }) {
  const t = useTranslations("declarationVersions");
  if (versions.length === 0) return null;
  return (
    <div className="px-4 pt-8 md:px-6">
      <Section title={t("versions")}>
        <ol className="flex flex-col gap-5">
          {versions.map((version) => (
            <li key={version.version} className="min-w-0">
              <p className="mb-1 text-sm">
                <strong className="font-semibold">{t("versionOf", { version: version.version })}</strong>{" "}
                <span className="text-muted">
                  <Instant at={version.lodgedAt} look="full" />
                  {version.withdrawnAt ? (
                    <>
                      {" · "}
                      {t("withdrawnAt")} <Instant at={version.withdrawnAt} look="full" />
                    </>
                  ) : null}
                </span>
              </p>
              <Changes version={version} />
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}

function Changes({ version: { version, changes } }: { readonly version: DeclarationVersionView }) {
  const t = useTranslations("declarationVersions");
  const names = useTranslations("declared");
  if (changes.length === 0)
    return <p className="text-sm text-muted">{t(version === 1 ? "firstVersion" : "sameVersion")}</p>;
  const nameOf = (path: string) => {
    const [first = "", line = "", last = ""] = path.split(".");
    const name = first === "lines" ? last : first === "adjustments" ? line : first;
    const words = names.has(name as Parameters<typeof names.has>[0])
      ? names(name as Parameters<typeof names>[0])
      : name;
    return first === "lines" ? `${line} · ${words}` : words;
  };
  return (
    <Table label={t("versionOf", { version })}>
      <thead>
        <TableRow>
          <TableHead>{t("value")}</TableHead>
          <TableHead>{t("before")}</TableHead>
          <TableHead>{t("after")}</TableHead>
        </TableRow>
      </thead>
      <tbody>
        {changes.map(({ path, before, after }) => (
          <TableRow key={path}>
            <TableCell>{nameOf(path)}</TableCell>
            <TableCell className="break-words text-muted">{before ?? "—"}</TableCell>
            <TableCell className="break-words font-medium">{after ?? "—"}</TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
