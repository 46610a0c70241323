import { PackageSearch } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { InspectionCard } from "@/ui/inspection/inspection-card";
import { ToAudit } from "@/ui/inspection/to-audit";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";
import { TabLinks } from "@/ui/parts/tab-links";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspection"))("title") };
}

interface Props {
  readonly searchParams: Promise<{ readonly view?: string }>;
}

const VIEWS = ["ordered", "recorded", "audit"] as const;

export default async function InspectionsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const asked = (await searchParams).view;
  const view = VIEWS.find((each) => each === asked) ?? "ordered";
  const audits = await queries().listToAudit(actor, { limit: 100 });
  const state = view === "recorded" ? "recorded" : "ordered";
  const listed = await queries().listInspections(actor, { limit: 100, state });
  if (!audits.ok || !listed.ok) notFound();
  const t = await getTranslations("inspection");
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="border-b">
        <TabLinks
          label={t("which")}
          tabs={VIEWS.map((each) => ({ href: `?view=${each}`, label: t(`view.${each}`), isHere: each === view }))}
        />
      </div>
      {view === "audit" ? <ToAudit rows={audits.value} /> : null}
      {view !== "audit" && listed.value.rows.length === 0 ? (
        <EmptyState icon={PackageSearch} words={t("empty")} action={null} />
      ) : null}
      {view === "audit" ? null : (
        <ul className="flex flex-col gap-3">
          {listed.value.rows.map((row) => (
            <li key={row.id}>
              <h2 className="mb-1 text-sm font-semibold">{row.reference}</h2>
              <InspectionCard inspection={row} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
