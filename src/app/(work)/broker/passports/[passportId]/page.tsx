import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { PassportView } from "@/contracts/views/passport";
import { currentActor, passportOf } from "@/runtime/next";
import { Alert } from "@/ui/parts/alert";
import { Button } from "@/ui/parts/button";
import { Card, Section } from "@/ui/parts/card";
import { CopyText } from "@/ui/parts/copy-text";
import { Instant } from "@/ui/parts/instant";
import { PageHeader } from "@/ui/parts/page-header";
import { PassportActs } from "@/ui/passport/passport-acts";
import { PassportSays } from "@/ui/passport/passport-says";
import { StandingBadge } from "@/ui/passport/standing-badge";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("passport"))("title") };
}

interface Props {
  readonly params: Promise<{ readonly passportId: string }>;
}

const LINK = "text-accent underline underline-offset-2";

/** One passport: how it stands, what it says, its code, and what may be done with it. */
export default async function PassportPage({ params }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const passport = await passportOf(actor, (await params).passportId);
  if (!passport) notFound();
  const t = await getTranslations("passport");
  return (
    <div className="flex flex-col gap-5 px-4 pb-10 pt-5 md:px-6">
      <PageHeader
        title={<span className="break-words">{passport.name}</span>}
        lead={
          <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
            <StandingBadge standing={passport.standing} />
            {t(`granularity.${passport.granularity}`)} · {t("version", { version: passport.version })}
            <Link href="/broker/passports" className={LINK}>
              {t("toList")}
            </Link>
          </span>
        }
      >
        <PassportActs passport={passport} />
      </PageHeader>
      <WhyTaken passport={passport} />
      <div className="grid grid-cols-1 gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <PassportSays passport={passport} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <QrCard passport={passport} />
          <Versions passport={passport} />
        </div>
      </div>
      {passport.credential ? (
        <Section title={t("credential")}>
          <p className="mb-2 text-sm text-muted">{t("credentialLead")}</p>
          <div className="max-h-40 overflow-auto">
            <CopyText text={passport.credential} />
          </div>
        </Section>
      ) : null}
    </div>
  );
}

async function WhyTaken({ passport }: { readonly passport: PassportView }) {
  const t = await getTranslations("passport");
  const { state, reason, note, isSuspendedByReader } = passport;
  if (reason === null || (state !== "suspended" && state !== "revoked")) return null;
  return (
    <Alert tone="bad">
      <span className="font-medium">
        {t(`why.${state}`)}: {t(`reasons.${reason}`)}.
      </span>{" "}
      {note} {isSuspendedByReader ? t("second") : null}
    </Alert>
  );
}

async function QrCard({ passport }: { readonly passport: PassportView }) {
  const t = await getTranslations("passport");
  const source = `/api/v1/passports/${passport.id}/qr`;
  return (
    <Card>
      {/* biome-ignore lint/performance/noImgElement: a small picture of our own that is never resized */}
      <img src={source} alt={t("qr")} width={224} height={224} className="self-center rounded-md border bg-white" />
      <p className="text-sm text-muted">{t("qrLead")}</p>
      <CopyText text={passport.digitalLink} />
      <Button asChild look="quiet" size="small" className="self-start">
        <a href={source} download={`${passport.gtin}.svg`}>
          {t("download")}
        </a>
      </Button>
    </Card>
  );
}

async function Versions({ passport }: { readonly passport: PassportView }) {
  const t = await getTranslations("passport");
  return (
    <Section title={t("versions")}>
      <ul className="flex flex-col divide-y rounded-md border bg-panel text-sm">
        {passport.versions.map((each) => (
          <li key={each.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
            {each.id === passport.id ? (
              <span className="font-medium">{t("version", { version: each.version })}</span>
            ) : (
              <Link href={`/broker/passports/${each.id}`} className={LINK}>
                {t("version", { version: each.version })}
              </Link>
            )}
            <StandingBadge standing={each.id === passport.id ? passport.standing : standingOf(each.state)} />
            {each.issuedAt ? (
              <span className="text-muted">
                <Instant at={each.issuedAt} look="dated" />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Of another version the days are not asked; what was issued and not taken back is shown as valid. */
function standingOf(state: PassportView["state"]) {
  return state === "issued" ? "valid" : state;
}
