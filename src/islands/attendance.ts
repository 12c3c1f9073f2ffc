import './take-attendance.ts'
