import { BrainCircuit } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { watchDrift } from "@/application/watch-drift";
import { services } from "@/runtime/container";
import { currentActor, queries } from "@/runtime/next";
import { ChampionReport } from "@/ui/model/champion-report";
import { DriftTable } from "@/ui/model/drift-table";
import { ModelTable } from "@/ui/model/model-table";
import { PolicyPanel } from "@/ui/model/policy-panel";
import { TrainModel } from "@/ui/model/train-model";
import { Section } from "@/ui/parts/card";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("models"))("title") };
}

export default async function ModelsPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const found = await queries().listModels(actor);
  const policies = await queries().listPolicies(actor);
  if (!found.ok || !policies.ok) notFound();
  const t = await getTranslations("models");
  const champion = found.value.find(({ state }) => state === "champion");
  const drift = champion ? await watchDrift(services(), actor) : null;
  const canEdit = actor.kind === "person" && actor.roles.includes("admin");
  return (
    <div className="flex flex-col gap-8 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")}>
        {canEdit ? <TrainModel /> : null}
      </PageHeader>
      <Section title={t("models")}>
        {found.value.length === 0 ? (
          <EmptyState icon={BrainCircuit} words={t("empty")} action={canEdit ? <TrainModel /> : null} />
        ) : (
          <ModelTable rows={found.value} canEdit={canEdit} />
        )}
      </Section>
      {champion ? (
        <Section title={t("champion", { version: champion.version })}>
          <ChampionReport model={champion} />
        </Section>
      ) : null}
      {drift?.ok ? (
        <Section title={t("drift")}>
          <DriftTable drift={drift.value} />
        </Section>
      ) : null}
      <Section title={t("policy.title")}>
        <PolicyPanel rows={policies.value} canEdit={canEdit} />
      </Section>
    </div>
  );
}
