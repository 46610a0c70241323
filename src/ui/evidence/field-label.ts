import { useTranslations } from "next-intl";

/**
 * What a stated field is called, by its name such as `release.issued_at`, `line.2.amount` or `paper.1.sha256`. A field
 * that this release of ours has no word for keeps its name.
 */
export function useFieldLabel(): (name: string) => string {
  const t = useTranslations("proof.field");
  return (name) => {
    const [, group, number, field] = /^(line|paper)\.(\d+)\.(\w+)$/.exec(name) ?? [];
    const key = group ? `${group}_${field}` : name.replace(".", "_");
    if (!t.has(key)) return name;
    return group ? t(key, { number: number ?? "" }) : t(key);
  };
}
