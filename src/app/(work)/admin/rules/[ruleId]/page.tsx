import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTimeZone, getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { LaneBadge } from "@/ui/gate/lane";
import { Alert } from "@/ui/parts/alert";
import { Section } from "@/ui/parts/card";
import { PageHeader } from "@/ui/parts/page-header";
import { BacktestResult } from "@/ui/rule/backtest-result";
import { RuleActs } from "@/ui/rule/rule-acts";
import { RuleEditor } from "@/ui/rule/rule-editor";
import { ActivationList, HitList, VersionTable } from "@/ui/rule/rule-history";
import { RuleState } from "@/ui/rule/rule-state";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("rule") };
}

interface Props {
  readonly params: Promise<{ readonly ruleId: string }>;
}

export default async function RulePage({ params }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const found = await queries().getRule(actor, (await params).ruleId);
  if (!found.ok || !found.value) notFound();
  const rule = found.value;
  const [latest] = rule.versions;
  if (!latest) notFound();
  // After a roll back it is an earlier version than the latest.
  const inForce = rule.versions.find(({ state }) => state === "active");
  const offices = await queries().listOffices(actor);
  // The Swedish way of writing a date is that of ISO 8601.
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: await getTimeZone() }).format(new Date());
  const t = await getTranslations("rules");
  const { title, titleZh, lane } = latest.content;
  const isChinese = (await getLocale()) === "zh" && titleZh !== "";
  return (
    <div className="flex flex-col gap-6 px-4 pb-10 pt-5 md:px-6">
      <div className="flex flex-col gap-3">
        <p className="text-sm">
          <Link href="/admin/rules">{t("title")}</Link>
        </p>
        <PageHeader
          title={isChinese ? titleZh : title}
          lead={
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-mono">{rule.code}</span>
              <RuleState state={latest.state} />
              <LaneBadge lane={lane} />
              <span>{t("version", { number: latest.number })}</span>
              {inForce && inForce !== latest ? (
                <strong className="font-medium">{t("inForce", { number: inForce.number })}</strong>
              ) : null}
              {rule.origin === "rule_pack" ? <span>{t("pack")}</span> : null}
            </span>
          }
        >
          <RuleActs key={`${latest.number} ${latest.state}`} rule={rule} today={today} />
        </PageHeader>
        {rule.isOff ? <Alert tone="bad">{t("isOff", { reason: rule.offReason ?? "" })}</Alert> : null}
        {latest.state === "shadow" && !rule.canApprove ? <Alert>{t("secondPerson")}</Alert> : null}
      </div>
      <Section title={t("editor")}>
        <RuleEditor key={`${latest.number} ${latest.state}`} rule={rule} />
      </Section>
      <Section title={t("result")}>
        {rule.backtest ? (
          <BacktestResult backtest={rule.backtest} offices={offices} />
        ) : (
          <p className="text-sm text-muted">{t("noResult")}</p>
        )}
      </Section>
      <Section title={t("versions")}>
        <VersionTable rule={rule} />
      </Section>
      {rule.history.length > 0 ? (
        <Section title={t("activations")}>
          <ActivationList rule={rule} />
        </Section>
      ) : null}
      <Section title={t("hits")}>
        <HitList rule={rule} />
      </Section>
    </div>
  );
}
