import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { CaseHeader } from "@/ui/review/case-header";
import { Dossier } from "@/ui/review/dossier";
import { SecondOpinionForm } from "@/ui/review/second-opinion-form";
import { bandsOf } from "../../../lane-bands";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("blind.title") };
}

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export default async function SecondReviewPage({ params }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { id } = await params;
  const found = await queries().getSecondReview(actor, id);
  if (!found.ok || found.value === null) notFound();
  const { review } = found.value;
  return (
    <div className="min-w-0 px-4 pb-12 pt-4 md:px-6">
      <CaseHeader review={review} />
      <div className="mt-5 grid grid-cols-1 gap-6 border-t pt-5 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <Dossier review={review} bandsOf={bandsOf} />
        <SecondOpinionForm id={id} lane={review.lane} />
      </div>
    </div>
  );
}
