import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise, worksOnCases } from "@/application/actor";
import { beginningOf } from "@/contracts/view-address";
import { REVIEW_VIEWS, type ReviewCountsView } from "@/contracts/views/review";
import type { SavedViewView } from "@/contracts/views/saved-view";
import { currentActor, queries, viewsOf } from "@/runtime/next";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { ListBar } from "@/ui/list/list-bar";
import { PageLinks } from "@/ui/list/page-links";
import { Count } from "@/ui/parts/count";
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
  const views = await viewsOf(actor, "reviews");
  const beginning = beginningOf(views, asked);
  if (beginning) redirect(beginning);
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
    mark: <Count of={counts[each]} />,
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
      <ListBar list="reviews" views={views} counts={countsOf(views, counts)} />
      <ReviewQueue rows={rows} state={state} canRelease={isOfficer && isPickable && state === "open"} />
      <PageLinks nextCursor={nextCursor} isFirst={asked.cursor === undefined} next={t("more")} />
    </div>
  );
}

/** Of views of a part of the queue the count is known. */
function countsOf(views: readonly SavedViewView[], counts: ReviewCountsView) {
  return Object.fromEntries(
    views.flatMap(({ id, query }) => {
      const part = REVIEW_VIEWS.find((each) => each === (query.view ?? "all"));
      return part && query.state !== "decided" ? [[id, counts[part]]] : [];
    }),
  );
}
