import { test } from 'vitest'
import { guessColumns } from '/work/main/src/csv/columns.js'
import { importRows } from '/work/main/src/csv/importRows.js'
import { repairRow } from '/work/main/src/csv/importRows.js'
import { parseTable } from '/work/main/src/csv/parseTable.js'
import { decodeFile } from '/work/main/src/csv/decodeFile.js'
test('perf', () => {
  const rules = { roles: [{value:'admin',label:'Admin'},{value:'viewer',label:'Viewer'}], fields: {name:'optional',groups:'optional',message:'optional',expiresAt:'optional'} as const, taken: () => false }
  const text = 'E-Mail;Vorname;Nachname;Rolle;Gruppen;Nachricht;Gültig bis\r\n' + Array.from({length:10000},(_, i)=>`person${i}@example.com;Ada;Lovelace${i};Admin;"a;b";"Hi,\nyou";2030-12-31`).join('\r\n')
  const bytes = new TextEncoder().encode(text)
  for (let n=0;n<6;n++) {
    const t=[performance.now()]; const at=()=>t.push(performance.now())
    const f=decodeFile(bytes); at()
    const table=parseTable((f as any).text); at()
    const m=guessColumns(table.rows,['email','name','firstName','lastName','role','groups','message','expiresAt']); at()
    const r=importRows(table,m,rules); at()
    repairRow(r, 5000, {email:'x@x.de'}, rules); at()
    console.log(bytes.length, r.length, r.filter(x=>x.problem).length, 'decode parse guess import repair', t.slice(1).map((x,i)=>(x-(t[i]??0)).toFixed(1)).join(' '))
  }
  const big: [string,string][] = [['quotes','"'.repeat(5e6)],['"a,','"a,'.repeat(1.6e6)],['"a",','"a",'.repeat(1.25e6)],['"a" ','"a" '.repeat(1.25e6)],['nl','\n'.repeat(5e6)],[',',','.repeat(5e6)],['"a"\\n','"a"\n'.repeat(1.25e6)],['a,\\n','a,\n'.repeat(1.6e6)], ['"a"b','"a"b'.repeat(1.25e6)],['"a"b,\\n','"a"b,\n'.repeat(0.8e6)],['"a"  ', ('"a"'+' '.repeat(50)).repeat(90000)],['" "','"'+' '.repeat(5e6)]]
  for (const [n,x] of big){const s=performance.now();const tb=parseTable(x);const p=performance.now();guessColumns(tb.rows,['email']);console.log(n,(p-s).toFixed(0),(performance.now()-p).toFixed(0),tb.rows.length,tb.more)}
}, 600000)
