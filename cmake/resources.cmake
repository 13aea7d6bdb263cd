# claimbase_embed(TARGET name=file ...): makes the bytes of each data file available in the program by
# claimbase::resource("name"). The data files stay the only source; a changed file rebuilds the one object.
function(claimbase_embed TARGET)
  set(assembly "")
  set(table "")
  set(externs "")
  set(files "")
  set(index 0)
  foreach(entry IN LISTS ARGN)
    string(REGEX MATCH "^([^=]+)=(.+)$" _ "${entry}")
    set(name "${CMAKE_MATCH_1}")
    get_filename_component(file "${CMAKE_MATCH_2}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_SOURCE_DIR}")
    list(APPEND files "${file}")
    string(APPEND assembly
      ".global claimbase_resource_${index}\n.global claimbase_resource_${index}_end\n"
      "claimbase_resource_${index}:\n.incbin \"${file}\"\nclaimbase_resource_${index}_end:\n.byte 0\n")
    string(APPEND externs "extern const char claimbase_resource_${index};\nextern const char claimbase_resource_${index}_end;\n")
    string(APPEND table "    {\"${name}\", &claimbase_resource_${index}, &claimbase_resource_${index}_end},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  set(base "${CMAKE_CURRENT_BINARY_DIR}/${TARGET}_resources")
  file(CONFIGURE OUTPUT "${base}.S" CONTENT ".section .rodata\n${assembly}.section .note.GNU-stack,\"\",%progbits\n" @ONLY)
  file(CONFIGURE OUTPUT "${base}.cpp" CONTENT
    "#include \"analysis/language/resource_table.h\"\nextern \"C\" {\n${externs}}\nnamespace claimbase {\nnamespace {\nconst ResourceEntry kEntries[] = {\n${table}};\n}\nstd::span<const ResourceEntry> resource_table() { return kEntries; }\n}  // namespace claimbase\n" @ONLY)
  set_property(SOURCE "${base}.S" PROPERTY OBJECT_DEPENDS "${files}")
  target_sources(${TARGET} PRIVATE "${base}.S" "${base}.cpp")
endfunction()
