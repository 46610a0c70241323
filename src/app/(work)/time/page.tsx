import { Timer } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { parseUnderwayCursor } from "@/domain/clearance-time/shipment-order";
import { WINDOWS, windowUpTo } from "@/domain/insight/insight";
import { currentActor, queries, today } from "@/runtime/next";
import { readQuery } from "@/ui/insight/query";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";
import { TabLinks } from "@/ui/parts/tab-links";
import { TimeCards } from "@/ui/time/time-cards";
import { TimeFigures } from "@/ui/time/time-figures";

/** Below so many releases a figure says little, and the page says so. */
const LITTLE = 20;
/** So many of what is under way stand on a page. */
const PAGE = 50;

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("clearanceTime"))("title") };
}

export default async function TimePage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { days: asked, underway } = await searchParams;
  const { days } = readQuery({ days: asked, generated: undefined });
  const found = await queries().getClearanceTime(actor, windowUpTo(today(), Number(days)));
  if (!found.ok) notFound();
  const cursor = typeof underway === "string" && parseUnderwayCursor(underway) ? underway : null;
  const later = cursor === null ? null : await queries().listUnderway(actor, { limit: PAGE, cursor });
  const time = later?.ok
    ? { ...found.value, underway: later.value.rows, underwayNext: later.value.nextCursor }
    : found.value;
  const t = await getTranslations("clearanceTime");
  const insight = await getTranslations("insight");
  const released = time.shipments.length;
  return (
    <div className="flex flex-col gap-5 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      <TabLinks
        label={insight("window")}
        tabs={WINDOWS.map((each) => ({
          href: `/time?days=${each}`,
          label: insight("days", { days: each }),
          isHere: each === days,
        }))}
      />
      {released === 0 && time.underwayTotals.count === 0 ? (
        <EmptyState icon={Timer} words={t("empty")} />
      ) : (
        <>
          {released < LITTLE ? <p className="text-sm text-yellow">▲ {t("little", { count: released })}</p> : null}
          <TimeFigures time={time} />
          <TimeCards time={time} isFirst={cursor === null} query={`?days=${days}`} />
        </>
      )}
    </div>
  );
}
