/** What a column of a file holds. */
export type Column =
  | 'email'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'role'
  | 'groups'
  | 'message'
  | 'expiresAt'
  | 'ignore'

/**
 * What columns are called in English, German, French, Spanish, Portuguese, Japanese, Chinese, Arabic and Hebrew, a
 * hyphen for each space.
 */
const words: Record<Exclude<Column, 'ignore'>, string> = {
  email:
    'email emails email-address mail mail-address e-mail-1-value user-email work-email primary-email invitee ' +
    'email-adresse mail-adresse email-addresse ' +
    'adresse-email adresse-e-mail adresse-mail adresse-electronique adresse-de-courriel courriel mel ' +
    'correo correo-electronico direccion-de-correo direccion-de-correo-electronico direccion-de-email ' +
    'endereco-de-email endereco-email endereco-eletronico correio-eletronico correio-electronico ' +
    'メール メールアドレス 電子メール Eメール Eメールアドレス 電子メールアドレス ' +
    '邮箱 邮箱地址 电子邮箱 电子邮件 电子邮件地址 邮件 邮件地址 郵箱 電子郵件 電子郵件地址 電子信箱 信箱 ' +
    'البريد-الإلكتروني بريد-إلكتروني البريد عنوان-البريد-الإلكتروني الإيميل إيميل ' +
    'אימייל מייל דואל דואר-אלקטרוני כתובת-אימייל כתובת-מייל כתובת-דואל כתובת-דואר-אלקטרוני',
  name:
    'name full-name display-name member-name user-name ' +
    'vollständiger-name ganzer-name anzeigename ' +
    'nom nom-complet nom-et-prenom prenom-et-nom nom-prenom prenom-nom nom-affiche ' +
    'nombre nombre-completo nombre-y-apellidos nombre-y-apellido ' +
    'nome nome-completo nome-e-sobrenome nome-e-apelido ' +
    '名前 氏名 お名前 フルネーム 表示名 姓名 名字 全名 显示名称 顯示名稱 ' +
    'الاسم اسم الاسم-الكامل שם שם-מלא',
  firstName:
    'first-name first given-name forename vorname rufname prenom primer-nombre nombre-de-pila ' +
    'primeiro-nome nome-proprio 名 下の名前 ファーストネーム الاسم-الأول שם-פרטי',
  lastName:
    'last-name last family-name surname nachname familienname zuname nom-de-famille apellido apellidos ' +
    'sobrenome apelido ultimo-nome 姓 苗字 名字(姓) ラストネーム 姓氏 ' +
    'اسم-العائلة اللقب الاسم-الأخير الكنية שם-משפחה',
  role:
    'role roles user-role member-role permission permissions access rolle benutzerrolle berechtigung ' +
    'role-utilisateur droits rol roles-de-usuario permiso permisos papel funcao perfil permissao ' +
    '役割 ロール 権限 角色 权限 權限 الدور دور الصلاحية الصلاحيات תפקיד הרשאה הרשאות',
  groups:
    'groups group team teams gruppe gruppen groupe groupes equipe equipes grupo grupos equipo equipos ' +
    'グループ チーム 组 小组 群组 团队 組 群組 團隊 المجموعة المجموعات مجموعة الفريق קבוצה קבוצות צוות צוותים',
  message:
    'message note notes personal-message nachricht mitteilung notiz persönliche-nachricht ' +
    'message-personnel mensaje nota mensaje-personal mensagem mensagem-pessoal recado ' +
    'メッセージ 伝言 消息 留言 訊息 讯息 الرسالة رسالة הודעה',
  expiresAt:
    'expires expires-at expires-on expiry expiry-date expiration expiration-date valid-until ' +
    'ablauf ablaufdatum läuft-ab läuft-ab-am gültig-bis ' +
    'expire-le expiration-le date-dexpiration valable-jusquau valide-jusquau ' +
    'caduca vence caducidad fecha-de-caducidad fecha-de-vencimiento valido-hasta expira ' +
    'expira-em validade data-de-validade data-de-expiracao valido-ate ' +
    '有効期限 期限 失効日 有效期 有效期至 到期 到期日 过期时间 到期日期 ' +
    'تاريخ-الانتهاء انتهاء-الصلاحية ينتهي-في صالح-حتى الصلاحية-حتى תוקף בתוקף-עד תאריך-תפוגה תפוגה',
}

/** A header without case, accents, spaces and punctuation. */
function fold(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const columnsByWord = /*#__PURE__*/ new Map(
  /*#__PURE__*/ Object.entries(words).flatMap(([column, all]) =>
    all.split(' ').map((word) => [fold(word), column as Exclude<Column, 'ignore'>] as const),
  ),
)

/** What a header says that its column is; undefined where it is no word that is known. */
export function columnOfWord(header: string): Exclude<Column, 'ignore'> | undefined {
  return header.length > 100 ? undefined : columnsByWord.get(fold(header))
}

const either = new Set(['name', 'nom', 'nombre', 'nome', '名字'])

/** Whether a header means the whole name or a part of it, by what stands beside it. */
export function isEitherName(header: string): boolean {
  return either.has(fold(header))
}
