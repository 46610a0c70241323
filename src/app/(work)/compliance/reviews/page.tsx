import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise, worksOnCases } from "@/application/actor";
import { REVIEW_VIEWS } from "@/contracts/views/review";
import { currentActor, queries } from "@/runtime/next";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { Button } from "@/ui/parts/button";
import { PageHeader } from "@/ui/parts/page-header";
import { TabLinks } from "@/ui/parts/tab-links";
import { ReviewQueue } from "@/ui/review/review-queue";
import { Workload } from "@/ui/review/workload";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("title") };
}

interface Props {
  readonly searchParams: Promise<{ readonly state?: string; readonly view?: string; readonly cursor?: string }>;
}

const PAGE = 100;

export default async function ReviewsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!worksOnCases(actor)) notFound();
  const asked = await searchParams;
  const state = asked.state === "decided" ? "decided" : "open";
  const view = REVIEW_VIEWS.find((each) => each === asked.view) ?? "all";
  const { rows, nextCursor } = await queries().listReviews(actor, {
    ...{ limit: PAGE, state, view },
    ...(asked.cursor ? { cursor: asked.cursor } : {}),
  });
  const counts = await queries().countReviews(actor);
  const isOfficer = authorise(actor, "decide_review").ok;
  const isPickable = rows.every((row) => row.isPickable);
  const t = await getTranslations("review");
  const tabs = REVIEW_VIEWS.map((each) => ({
    href: `?view=${each}`,
    label: t(`view.${each}`),
    isHere: state === "open" && each === view,
    mark: <span className="text-xs text-muted">{counts[each]}</span>,
  }));
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <LiveRefresh path="/events" />
      <PageHeader title={t("title")} lead={t("lead")} />
      {isOfficer ? <Workload counts={counts} /> : null}
      <div className="border-b">
        <TabLinks
          label={t("which")}
          tabs={[...tabs, { href: "?state=decided", label: t("state.decided"), isHere: state === "decided" }]}
        />
      </div>
      {isOfficer && !isPickable && state === "open" ? <p className="text-sm text-muted">{t("picksNone")}</p> : null}
      <ReviewQueue rows={rows} state={state} canRelease={isOfficer && isPickable && state === "open"} />
      {nextCursor ? (
        <Button asChild look="quiet" className="self-start">
          <Link href={`?state=${state}&view=${view}&cursor=${nextCursor}`}>{t("more")}</Link>
        </Button>
      ) : null}
    </div>
  );
}
