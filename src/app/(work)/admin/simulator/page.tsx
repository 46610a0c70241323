import { RadioTower } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DependencyError } from "@/application/ports";
import { readSimulator } from "@/application/simulator";
import { services } from "@/runtime/container";
import { currentActor } from "@/runtime/next";
import { Section } from "@/ui/parts/card";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";
import { KnobsForm } from "@/ui/simulator/knobs-form";
import { LedgerTable } from "@/ui/simulator/ledger-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("simulator"))("title") };
}

export default async function SimulatorPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const t = await getTranslations("simulator");
  const found = await readSimulator(services().simulator, actor).catch((error: unknown) => {
    if (error instanceof DependencyError) return null;
    throw error;
  });
  if (found && !found.ok && found.error.kind !== "not_found") notFound();
  const state = found?.ok ? found.value : null;
  return (
    <div className="flex flex-col gap-8 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      {state ? (
        <>
          <Section title={t("knobs.title")}>
            <KnobsForm knobs={state.knobs} />
          </Section>
          <Section title={t("ledger.title")}>
            <LedgerTable rows={state.ledger} />
          </Section>
        </>
      ) : (
        <EmptyState icon={RadioTower} words={t(found ? "absent" : "away")} />
      )}
    </div>
  );
}
