import { describe, expect, it } from 'vitest'
import { guessColumns } from '../../src/csv/columns.js'
import { parseTable } from '../../src/csv/parseTable.js'
import { everything } from './files.ts'

const guessed = (text: string, wanted = everything) => {
  const { header, columns } = guessColumns(parseTable(text).rows, wanted)
  return `${header ? 'header' : 'no header'}: ${columns.join(' ')}`
}

describe('guessColumns by header', () => {
  it.each([
    ['en', 'E-mail Address,First Name,Last Name,Role,Teams,Note,Expires at'],
    ['de', 'E-Mail-Adresse;Vorname;Nachname;Rolle;Gruppen;Nachricht;Gültig bis'],
    ['fr', 'Adresse e-mail;Prénom;Nom de famille;Rôle;Équipes;Message;Date d’expiration'],
    ['es', 'Correo electrónico;Nombre de pila;Apellidos;Rol;Equipos;Mensaje;Válido hasta'],
    ['pt', 'Endereço de e-mail;Primeiro nome;Sobrenome;Função;Equipes;Mensagem;Validade'],
    ['ja', 'メールアドレス,名,姓,役割,グループ,メッセージ,有効期限'],
    ['zh', '电子邮箱,名,姓,角色,群组,留言,有效期'],
    ['ar', 'البريد الإلكتروني,الاسم الأول,اسم العائلة,الدور,المجموعات,الرسالة,تاريخ الانتهاء'],
    ['he', 'דוא״ל,שם פרטי,שם משפחה,תפקיד,קבוצות,הודעה,תוקף'],
  ])('knows the words of %s', (_, header) => {
    const all = 'header: email firstName lastName role groups message expiresAt'
    expect(guessed(`${header}\n`)).toBe(all)
    expect(guessed(`${header.toUpperCase()}\n`)).toBe(all)
    expect(guessed(`${header.normalize('NFD')}\n`)).toBe(all)
  })

  it.each([
    ['Name,Email', 'name email'],
    ['Full name,Mail', 'name email'],
    ['氏名,メール', 'name email'],
    ['Ｅ－Ｍａｉｌ, NAME ', 'email name'],
    ['Vorname;Name;E-Mail', 'firstName lastName email'],
    ['Nombre;Apellidos;Correo', 'firstName lastName email'],
    ['Nom;Prénom;Courriel', 'lastName firstName email'],
    ['First name,Full name,Email', 'firstName name email'],
    ['Email,Email,Phone', 'email ignore ignore'],
  ])('reads %s', (header, columns) => {
    expect(guessed(`${header}\n`)).toBe(`header: ${columns}`)
  })

  it('takes wanted columns only, and still sees that it is a header', () => {
    expect(guessed('Role,Email,Name\n', ['email'])).toBe('header: ignore email ignore')
    expect(guessed('Role\n', ['email'])).toBe('header: ignore')
  })

  it('prefers the column of that name to one with more addresses', () => {
    expect(guessed('Invited by,Email\nb@x.de,a@x.de\nb@x.de,\n')).toBe('header: ignore email')
  })

  it('takes the one of two columns of that name that has more addresses', () => {
    expect(guessed('Email,E-Mail\n,a@x.de\nb@x.de,c@x.de\n')).toBe('header: ignore email')
  })

  it('takes a column with addresses rather than one of that name without', () => {
    expect(guessed('Email,Contact\nyes,a@x.de\nno,c@x.de\n')).toBe('header: ignore email')
  })
})

describe('guessColumns by content', () => {
  it.each([
    ['a@x.de,Ada\nb@x.de,Bea', 'no header: email ignore'],
    ['Ada,a@x.de\nBea,b@x.de', 'no header: ignore email'],
    ['Wer,Wohin\nAda,a@x.de', 'header: ignore email'],
    ['a@x.de,b@x.de\n,c@x.de', 'no header: ignore email'],
    ['a@x.de,b@x.de', 'no header: email ignore'],
    ['Ada,Bea\nCleo,Dora', 'no header: ignore ignore'],
    ['a@x.de\nb@x.de,Bea,admin', 'no header: email ignore ignore'],
    ['Ada\n', 'no header: ignore'],
    ['Name,a@x.de\nAda,b@x.de', 'no header: ignore email'],
    ['a@,Ada\nb@x.de,Bea', 'no header: email ignore'],
    ['Email,@handle\nb@x.de,@bea', 'header: email ignore'],
    ['', 'no header: '],
  ])('reads %j', (text, expected) => {
    expect(guessed(text)).toBe(expected)
  })

  it('takes no address column where none is wanted', () => {
    expect(guessed('a@x.de,Ada', ['name'])).toBe('no header: ignore ignore')
  })

  it('looks at no more columns than a person would', () => {
    expect(
      guessColumns([Array.from({ length: 100_000 }, () => 'a')], everything).columns,
    ).toHaveLength(200)
  })
})
