import { ChartColumn } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import type { Actor } from "@/application/actor";
import { readInsight } from "@/application/read-insight";
import { watchDrift } from "@/application/watch-drift";
import { windowUpTo } from "@/domain/insight/insight";
import { services } from "@/runtime/container";
import { currentActor } from "@/runtime/next";
import { DriftCard } from "@/ui/insight/drift-card";
import { InsightCards } from "@/ui/insight/insight-cards";
import { KeyFigures } from "@/ui/insight/key-figures";
import { queryOf, readQuery } from "@/ui/insight/query";
import { WindowBar } from "@/ui/insight/window-bar";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";
import { Skeleton } from "@/ui/parts/skeleton";

/** Below so many declarations a figure says little, and the page says so. */
const LITTLE = 30;

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insight"))("title") };
}

export default async function InsightPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { days, generated } = await searchParams;
  const query = readQuery({ days, generated });
  const window = windowUpTo(services().world.today(), Number(query.days));
  const found = await readInsight(services(), actor, {
    ...window,
    ...(query.generated ? { withGenerated: query.generated === "include" } : {}),
  });
  if (!found.ok) notFound();
  const insight = found.value;
  const t = await getTranslations("insight");
  const isLittle = insight.declarations > 0 && insight.declarations < LITTLE;
  return (
    <div className="flex flex-col gap-5 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      <WindowBar query={query} generated={insight.generated} />
      {insight.declarations === 0 ? (
        <EmptyState icon={ChartColumn} words={t("empty")} />
      ) : (
        <>
          {isLittle ? <p className="text-sm text-yellow">▲ {t("little", { count: insight.declarations })}</p> : null}
          <KeyFigures insight={insight} />
          <InsightCards insight={insight} query={queryOf(query)} />
        </>
      )}
      <Suspense fallback={<Skeleton className="h-32" />}>
        <Drift actor={actor} />
      </Suspense>
    </div>
  );
}

/** Comes after the page: it is told by the whole history and not by the window. */
async function Drift({ actor }: { readonly actor: Actor }) {
  const drift = await watchDrift(services(), actor);
  const canSeeModels = actor.kind === "person" && actor.roles.includes("admin");
  return <DriftCard drift={drift.ok ? drift.value : null} canSeeModels={canSeeModels} />;
}
