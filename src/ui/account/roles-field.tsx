import { useTranslations } from "next-intl";
import { Checkbox } from "@/ui/parts/checkbox";

export const ROLES = ["broker", "officer", "admin"] as const;
export type Role = (typeof ROLES)[number];

interface Props {
  readonly roles: readonly Role[];
  /** An authority has no brokers. */
  readonly offered: readonly Role[];
  readonly onChange: (roles: Role[]) => void;
  readonly error?: string | undefined;
}

/** What a person may do, each role with what it is for. */
export function RolesField({ roles, offered, onChange, error }: Props) {
  const t = useTranslations("people");
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-xs font-medium text-muted">{t("roles")}</legend>
      {offered.map((role) => (
        <Checkbox
          key={role}
          checked={roles.includes(role)}
          onCheckedChange={(isChosen) =>
            onChange(ROLES.filter((each) => (each === role ? isChosen : roles.includes(each))))
          }
        >
          <span className="block font-medium">{t(`role.${role}`)}</span>
          <span className="text-xs text-muted">{t(`roleDetail.${role}`)}</span>
        </Checkbox>
      ))}
      {error ? <p className="text-xs font-medium text-red">{error}</p> : null}
    </fieldset>
  );
}
