// Before anything loads React: what is CommonJS asks Node for it, past the aliases.
import './resolve.ts'
import '../setup.ts'
