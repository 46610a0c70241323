import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { ReviewQueue } from "@/ui/review/review-queue";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("title") };
}

interface Props {
  readonly searchParams: Promise<{ readonly state?: string }>;
}

export default async function ReviewsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const state = (await searchParams).state === "decided" ? "decided" : "open";
  const { rows } = await queries().listReviews(actor, { limit: 100, state });
  const t = await getTranslations("review");
  return (
    <div className="px-4 py-6 md:px-6">
      <LiveRefresh path="/events" />
      <h1 className="mb-4 text-xl font-semibold tracking-tight">{t("title")}</h1>
      <ReviewQueue rows={rows} state={state} current={null} />
    </div>
  );
}
