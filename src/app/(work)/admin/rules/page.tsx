import { Filter } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { Section } from "@/ui/parts/card";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";
import { NewRule } from "@/ui/rule/new-rule";
import { PutList } from "@/ui/rule/put-list";
import { RuleLists } from "@/ui/rule/rule-lists";
import { RuleTable } from "@/ui/rule/rule-table";
import { SwitchList } from "@/ui/rule/switch-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("title") };
}

export default async function RulesPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const found = await queries().listRules(actor);
  if (!found.ok) notFound();
  const t = await getTranslations("rules");
  const { rules, lists, switches, canEdit, canSwitch } = found.value;
  return (
    <div className="flex flex-col gap-6 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")}>
        {canEdit ? <NewRule /> : null}
      </PageHeader>
      <Section title={t("switches")}>
        <SwitchList switches={switches} canSwitch={canSwitch} />
      </Section>
      {rules.length === 0 ? <EmptyState icon={Filter} words={t("empty")} /> : <RuleTable rows={rules} />}
      <Section title={t("lists")} aside={canEdit ? <PutList /> : null}>
        <RuleLists lists={lists} />
      </Section>
    </div>
  );
}
