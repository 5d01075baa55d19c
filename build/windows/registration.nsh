; What Windows is told about the program, all of it for this user alone: the list of programs, the start menu, and what
; opens a desk file.

!define CLASSES "Software\Classes"
!define FILE_CLASS "${NAME}.DeskFile"
!define APPLICATION_CLASS "${CLASSES}\Applications\${PROGRAM}"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\${PROGRAM}"
!define SHORTCUT "${NAME}.lnk"

!macro TellExplorer ; icons and commands of a kind of file changed
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function Register
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  WriteRegStr HKCU "${OWN_KEY}" "Version" "${QUAD}"
  ${If} $LANGUAGE = ${LANG_SPANISH}
    WriteRegStr HKCU "${OWN_KEY}" "InstallerLanguage" "es"
  ${Else}
    WriteRegStr HKCU "${OWN_KEY}" "InstallerLanguage" "en"
  ${EndIf}

  WriteRegStr HKCU "${CLASSES}\${FILE_CLASS}" "" "$(FileKind)"
  WriteRegStr HKCU "${CLASSES}\${FILE_CLASS}" "AppUserModelID" "${IDENTIFIER}"
  WriteRegStr HKCU "${CLASSES}\${FILE_CLASS}\DefaultIcon" "" "$INSTDIR\_internal\document.ico,0"
  WriteRegStr HKCU "${CLASSES}\${FILE_CLASS}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${CLASSES}\${SUFFIX}" "" "${FILE_CLASS}"
  WriteRegStr HKCU "${CLASSES}\${SUFFIX}" "Content Type" "${MIME_TYPE}"
  WriteRegStr HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${FILE_CLASS}" ""
  WriteRegStr HKCU "${APPLICATION_CLASS}" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${APPLICATION_CLASS}\SupportedTypes" "${SUFFIX}" ""
  WriteRegStr HKCU "${APPLICATION_CLASS}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${APP_PATH}" "" "$INSTDIR\${PROGRAM}"
  !insertmacro TellExplorer

  StrCpy $0 "$SMPROGRAMS\${SHORTCUT}"
  Call MakeShortcut
  ${If} ${FileExists} "$DESKTOP\${SHORTCUT}"
    Call PutOnDesktop ; it may point to where the program was before
  ${EndIf}
FunctionEnd

Function PutOnDesktop
  StrCpy $0 "$DESKTOP\${SHORTCUT}"
  Call MakeShortcut
FunctionEnd

Function MakeShortcut ; $0: where. With the identifier of the program, its window and what is pinned are one button
  SetOutPath $INSTDIR
  CreateShortcut $0 "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0
  SetOutPath $TEMP
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r1 ""
  ${If} $1 P<> 0
    ${IUnknown::QueryInterface} $1 '("${IID_IPersistFile}",.r2)'
    ${If} $2 P<> 0
      ${IPersistFile::Load} $2 '("$0", 2)' ; STGM_READWRITE
      ${IUnknown::QueryInterface} $1 '("${IID_IPropertyStore}",.r3)'
      ${If} $3 P<> 0
        System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r4'
        System::Call '*(&w${NSIS_MAX_STRLEN} "${IDENTIFIER}")p.r5'
        System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_LPWSTR},,p r5)p.r6'
        ${IPropertyStore::SetValue} $3 '($4,$6)'
        ${IPropertyStore::Commit} $3 ""
        System::Free $6
        System::Free $5
        System::Free $4
        ${IUnknown::Release} $3 ""
        ${IPersistFile::Save} $2 '("$0",1)'
      ${EndIf}
      ${IUnknown::Release} $2 ""
    ${EndIf}
    ${IUnknown::Release} $1 ""
  ${EndIf}
FunctionEnd

Function un.Unregister ; only what still speaks of the program in $INSTDIR: it may be installed elsewhere by now
  ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 == $INSTDIR
    DeleteRegKey HKCU "${UNINSTALL_KEY}"
    DeleteRegValue HKCU "${OWN_KEY}" "Version"
    DeleteRegValue HKCU "${OWN_KEY}" "InstallerLanguage"
    DeleteRegKey /ifempty HKCU "${OWN_KEY}"
    Delete "$SMPROGRAMS\${SHORTCUT}"
    Delete "$DESKTOP\${SHORTCUT}"
  ${EndIf}
  ReadRegStr $0 HKCU "${APP_PATH}" ""
  ${If} $0 == "$INSTDIR\${PROGRAM}"
    DeleteRegKey HKCU "${APP_PATH}"
  ${EndIf}
  ReadRegStr $0 HKCU "${APPLICATION_CLASS}\shell\open\command" ""
  ${If} $0 == '"$INSTDIR\${PROGRAM}" "%1"'
    DeleteRegKey HKCU "${APPLICATION_CLASS}"
  ${EndIf}
  ReadRegStr $0 HKCU "${CLASSES}\${FILE_CLASS}\shell\open\command" ""
  ${If} $0 != '"$INSTDIR\${PROGRAM}" "%1"'
    Return
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${FILE_CLASS}"
  DeleteRegValue HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${FILE_CLASS}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids"
  ReadRegStr $0 HKCU "${CLASSES}\${SUFFIX}" ""
  ${If} $0 == "${FILE_CLASS}"
    DeleteRegValue HKCU "${CLASSES}\${SUFFIX}" ""
    DeleteRegValue HKCU "${CLASSES}\${SUFFIX}" "Content Type"
    DeleteRegKey /ifempty HKCU "${CLASSES}\${SUFFIX}"
  ${EndIf}
  !insertmacro TellExplorer
FunctionEnd

; Settings, logs, backups and what the program makes for itself. The list of erasures stays (random numbers, no names):
; with it no older backup that is kept elsewhere brings back a person who was erased. Anything else is not ours.
Function un.RemoveData
  Delete "${DATA}\settings.ini"
  Delete "${DATA}\chapterdesk.log"
  Delete "${DATA}\chapterdesk.log.*"
  RMDir /r "${DATA}\backups"
  RMDir /r "${DATA}\resting"
  RMDir /r "${DATA}\running"
  RMDir /r "${DATA}\demo"
  RMDir "${DATA}"
FunctionEnd
