import { Plus, Webhook } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { kindsOf } from "@/domain/notice/kinds";
import { currentActor, queries } from "@/runtime/next";
import { Button } from "@/ui/parts/button";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";
import { EndpointCard } from "@/ui/webhook/endpoint-card";
import { WebhookDialog } from "@/ui/webhook/webhook-dialog";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("webhooks"))("title") };
}

/** The systems of the organisation to which notices go. */
export default async function WebhooksPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const listed = await queries().listWebhooks(actor);
  if (!listed.ok || actor.kind === "system" || !authorise(actor, "keep_webhooks").ok) notFound();
  const t = await getTranslations("webhooks");
  const kinds = kindsOf(actor.organisationKind);
  const add = (
    <WebhookDialog
      kinds={kinds}
      endpoint={null}
      trigger={
        <Button>
          <Plus aria-hidden />
          {t("add")}
        </Button>
      }
    />
  );
  return (
    <div className="flex max-w-5xl flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader
        title={t("title")}
        lead={
          <>
            {t("lead")}{" "}
            <Link href="/docs/api" className="text-accent underline underline-offset-2">
              {t("docs")}
            </Link>
          </>
        }
      >
        {listed.value.length > 0 ? add : null}
      </PageHeader>
      {listed.value.length === 0 ? (
        <EmptyState icon={Webhook} words={t("empty")} action={add} />
      ) : (
        listed.value.map((endpoint) => <EndpointCard key={endpoint.id} endpoint={endpoint} kinds={kinds} />)
      )}
    </div>
  );
}
