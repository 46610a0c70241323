import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { PageHeader } from "@/ui/parts/page-header";
import { TabLinks } from "@/ui/parts/tab-links";
import { ReviewQueue } from "@/ui/review/review-queue";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("title") };
}

interface Props {
  readonly searchParams: Promise<{ readonly state?: string }>;
}

const STATES = ["open", "decided"] as const;

export default async function ReviewsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const asked = (await searchParams).state;
  const state = STATES.find((each) => each === asked) ?? "open";
  const { rows } = await queries().listReviews(actor, { limit: 100, state });
  const t = await getTranslations("review");
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <LiveRefresh path="/events" />
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="border-b">
        <TabLinks
          label={t("which")}
          tabs={STATES.map((each) => ({ href: `?state=${each}`, label: t(`state.${each}`), isHere: each === state }))}
        />
      </div>
      <ReviewQueue rows={rows} state={state} />
    </div>
  );
}
